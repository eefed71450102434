using System.IO;
using System.Net.Sockets;
using Npgsql;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Tests.Store;

public sealed class DatabaseFailureTests
{
    public static TheoryData<Exception> WaysOfAConnectionToEnd { get; } =
        [new TimeoutException(), new IOException(), new SocketException(), new ObjectDisposedException("connection"), new NpgsqlException("gone")];

    /// <summary>Npgsql does not wrap all of them: a login timeout is a plain <see cref="TimeoutException"/>.</summary>
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
    public void Describe_SeveralHosts_TellsOfEach()
    {
        var all = new NpgsqlException("Unable to connect to a suitable host.", new AggregateException(
            new NpgsqlException("Failed to connect to 10.0.0.1:5432", new SocketException(111)),
            new NpgsqlException("Failed to connect to 10.0.0.2:5432", new SocketException(113))));

        Assert.True(DatabaseFailure.IsAway(all));
        Assert.Contains("10.0.0.1:5432: ", DatabaseFailure.Describe(all), StringComparison.Ordinal);
        Assert.Contains("10.0.0.2:5432: ", DatabaseFailure.Describe(all), StringComparison.Ordinal);
        Assert.Contains("must be a primary", DatabaseFailure.Describe(new NpgsqlException("No suitable host was found.")), StringComparison.Ordinal);
    }

    [Fact]
    public void IsAway_NoConnectionOfSeveralHostsIsFree_IsFalse()
    {
        var exhausted = new NpgsqlException("The connection pool has been exhausted, either raise 'Max Pool Size' or 'Timeout'", new TimeoutException());

        Assert.False(DatabaseFailure.IsAway(exhausted));
        Assert.False(DatabaseFailure.IsAway(new NpgsqlException("Unable to connect to a suitable host.", new AggregateException(exhausted))));
    }

    [Fact]
    public void IsAway_StatementCancelled_IsFalse()
    {
        var cancelled = new PostgresException("canceling statement due to user request", "ERROR", "ERROR", PostgresErrorCodes.QueryCanceled);

        Assert.False(DatabaseFailure.IsAway(cancelled));
        Assert.True(DatabaseFailure.IsAway(new PostgresException("terminating connection", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown)));
    }

    [Fact]
    public void IsRefusal_OtherWordsOfAPooler_IsTriedAgain() =>
        Assert.False(DatabaseFailure.IsRefusal(new PostgresException("query_wait_timeout", "FATAL", "FATAL", PostgresErrorCodes.ProtocolViolation)));
}
