using System.Globalization;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Two real servers with failover; the connection string names both.</summary>
public sealed class FailoverTests : IAsyncLifetime
{
    private OracleCluster? _primary;
    private HotStandby _standby = null!;
    private string _first = "";
    private string _second = "";

    public async Task InitializeAsync()
    {
        _primary = await OracleCluster.StartAsync(home: null, new Dictionary<string, string> { ["fsync"] = "off" }, CancellationToken.None);
        _first = await _primary.CreateDatabaseAsync(CancellationToken.None);
        _standby = await HotStandby.StartAsync(_first, CancellationToken.None);
        _second = new NpgsqlConnectionStringBuilder(_first) { Port = new NpgsqlConnectionStringBuilder(_standby.ConnectionString).Port }.ConnectionString;
        // Synchronous replication, without which a failover loses the latest commits.
        await using var source = NpgsqlDataSource.Create(_first);
        await ExecuteAsync(source, "ALTER SYSTEM SET synchronous_standby_names = '*'");
        await ExecuteAsync(source, "SELECT pg_reload_conf()");
        await Eventually.TrueAsync(async () => await CountAsync(source, "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1);
    }

    public async Task DisposeAsync()
    {
        await _standby.DisposeAsync();
        await StopPrimaryAsync();
    }

    [Theory]
    [InlineData("primary", false, false)]
    [InlineData(null, true, false)]
    [InlineData("primary", false, true)]
    public async Task Export_PrimaryBecomesAnotherHost_GoesOnAndCountsOnce(string? target, bool standbyFirst, bool crashes)
    {
        await using var collector = await CollectorProcess.StartAsync(Both(target, standbyFirst));
        using var sender = new Sender([collector.Http]);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(4, stop.Token);
        await AcknowledgedAsync(sender, collector, 20);

        if (crashes) await CrashPrimaryAsync();
        else await StopPrimaryAsync();
        await _standby.PromoteAsync();

        await AcknowledgedAsync(sender, collector, sender.Acknowledged + (20 * Sender.BatchSize));
        await stop.CancelAsync();
        await sending;
        await AssertStoredAsync(sender.Acknowledged);

        // It also starts if one of the hosts does not respond.
        Assert.Equal(0, await collector.StopAsync());
        await collector.RestartAsync();
        using var client = new HttpClient { BaseAddress = collector.Api };
        Assert.Contains("s-0", await client.GetStringAsync(new Uri("/api/sessions", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_NoHostIsPrimary_FailsWithinStartTimeout()
    {
        await StopPrimaryAsync();

        await using var collector = await CollectorProcess.StartAsync(
            Both("primary", standbyFirst: true), new Dictionary<string, string> { ["Tidemark:Store:StartTimeout"] = "00:00:03" }, waitUntilReady: false);
        await Eventually.TrueAsync(() => collector.HasExited);

        Assert.Equal(1, collector.ExitCode);
        // Of each host, or of all after their roles are known.
        Assert.Matches("did not become ready within .*(Connection refused|one must be a primary)", collector.Output);
    }

    // Stopped normally and permanently: a restarted primary would be a second one.
    private async Task StopPrimaryAsync()
    {
        if (_primary is { } running) await running.DisposeAsync();
        _primary = null;
    }

    private async Task CrashPrimaryAsync()
    {
        await _primary!.CrashAsync(CancellationToken.None);
        _primary = null;
    }

    private string Both(string? target, bool standbyFirst)
    {
        var (first, second) = (PortOf(_first), PortOf(_second));
        var hosts = standbyFirst ? $"127.0.0.1:{second},127.0.0.1:{first}" : $"127.0.0.1:{first},127.0.0.1:{second}";
        var both = new NpgsqlConnectionStringBuilder(_first) { Host = hosts };
        return target is null ? both.ConnectionString : $"{both.ConnectionString};Target Session Attributes={target}";
    }

    private static string PortOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Port.ToString(CultureInfo.InvariantCulture);

    private static async Task AcknowledgedAsync(Sender sender, CollectorProcess collector, int operations)
    {
        try
        {
            await Eventually.TrueAsync(() => sender.Acknowledged >= operations);
        }
        catch (TimeoutException exception)
        {
            throw new TimeoutException($"{exception.Message}\n{collector.Output}", exception);
        }
    }

    private async Task AssertStoredAsync(int acknowledged)
    {
        await using var source = NpgsqlDataSource.Create(_second);
        Assert.Equal(acknowledged, await CountAsync(source, "SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(acknowledged, await CountAsync(source, "SELECT sum(operations)::bigint FROM tidemark.sessions"));
        Assert.Equal(acknowledged, await CountAsync(source, "SELECT operations FROM tidemark.stats(now() - interval '1 hour', now() + interval '1 minute')"));
        Assert.Equal(0, await CountAsync(source, "SELECT count(*) FROM tidemark.ledger WHERE received <> stored + duplicate + rejected + ignored + waiting"));
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<long> CountAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
