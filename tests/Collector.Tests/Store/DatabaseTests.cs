using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Tests.Pipeline.Requests;

namespace Tidemark.Collector.Tests.Store;

public sealed class DatabaseTests
{
    private static readonly PostgresException Terminated = new(
        "terminating connection due to administrator command", "FATAL", "FATAL", PostgresErrorCodes.AdminShutdown);
    private static readonly PostgresException WrongPassword = new("password authentication failed", "FATAL", "FATAL", "28P01");

    [Fact]
    public async Task MarkAway_NoticedByMany_IsLoggedOnce()
    {
        List<string> log = [];
        await using var database = new Database(new LineLogger<Database>(log));

        for (var i = 0; i < 5; i++) database.MarkAway(Terminated);

        Assert.Single(log);
        Assert.Contains("57P01", database.Reason, StringComparison.Ordinal);
    }

    /// <summary>A password change first ends sessions; only the next connection attempt shows the reason.</summary>
    [Fact]
    public async Task MarkAway_RefusedDuringAnOutage_IsLoggedOnceMoreAndIsTheReason()
    {
        List<string> log = [];
        await using var database = new Database(new LineLogger<Database>(log));

        foreach (var failure in new[] { Terminated, WrongPassword, Terminated, WrongPassword }) database.MarkAway(failure);

        Assert.Equal(["57P01", "28P01"], log.Select(line => line.Contains("28P01", StringComparison.Ordinal) ? "28P01" : "57P01"));
        Assert.Contains("28P01", database.Reason, StringComparison.Ordinal);
        Assert.Contains("Tidemark:Store:PasswordFile", database.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MarkReady_AfterARefusal_TheNextOutageIsLoggedAnew()
    {
        List<string> log = [];
        await using var database = new Database(new LineLogger<Database>(log));

        database.MarkAway(WrongPassword);
        database.MarkReady();
        database.MarkAway(WrongPassword);

        Assert.Equal(3, log.Count);
        Assert.True(database.Reason.Length > 0);
    }
}
