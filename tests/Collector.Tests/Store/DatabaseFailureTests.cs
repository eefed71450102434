using System.IO;
using System.Net.Sockets;
using Npgsql;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Tests.Store;

public sealed class DatabaseFailureTests
{
    public static TheoryData<Exception> WaysOfAConnectionToEnd { get; } =
        [new TimeoutException(), new IOException(), new SocketException(), new ObjectDisposedException("connection"), new NpgsqlException("gone")];

    /// <summary>Npgsql lets some of them through as they are: a login that takes too long is a bare <see cref="TimeoutException"/>.</summary>
    [Theory]
    [MemberData(nameof(WaysOfAConnectionToEnd))]
    public void IsFailure_ConnectionEnds_IsOneOfTheDatabase(Exception exception)
    {
        Assert.True(DatabaseFailure.IsConnectionLoss(exception));
        Assert.True(DatabaseFailure.IsFailure(exception));
        Assert.False(DatabaseFailure.IsBadData(exception));
    }

    [Fact]
    public void Describe_PoolerThatTakesNoOptions_NamesTheSetting()
    {
        var refused = new PostgresException("unsupported startup parameter: options", "FATAL", "FATAL", PostgresErrorCodes.ProtocolViolation);

        Assert.True(DatabaseFailure.IsRefusal(refused));
        Assert.Contains("Set Tidemark:Store:TransactionPooler=true.", DatabaseFailure.Describe(refused), StringComparison.Ordinal);
    }

    [Fact]
    public void IsRefusal_OtherWordsOfAPooler_IsTriedAgain() =>
        Assert.False(DatabaseFailure.IsRefusal(new PostgresException("query_wait_timeout", "FATAL", "FATAL", PostgresErrorCodes.ProtocolViolation)));
}
