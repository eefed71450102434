using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>PgBouncer in transaction mode, where settings, prepared statements and locks of a session leak to other clients.</summary>
public sealed class PoolerTests
{
    [PgBouncerFact]
    public async Task Export_BehindPgBouncer_IsCountedOnceAndAllElseWorks()
    {
        await using var pooler = await PgBouncer.StartAsync(await TestCluster.ConnectionStringAsync());
        await using var collector = await CollectorUnderTest.StartBehindAsync(pooler);
        var batches = Enumerable.Range(0, 20).Select(_ => OtlpProtobuf.Traces(Calls.Inferences(50))).ToList();

        await Task.WhenAll(batches.Concat(batches).Select(batch => collector.SendAsync(batch)));

        await collector.AssertStoredAsync(1000, 1000 * Calls.TokensEach);
        await Eventually.GetAsync(
            () =>
                collector.Database.ScalarAsync<long>(
                    "SELECT coalesce(max(operations), 0) FROM tidemark.windows_now WHERE scope = 'all' AND window_seconds = 3600"),
            counted => counted == 1000,
            what: "the rolling windows");
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        Assert.Contains("\"total_tokens\":", await client.GetStringAsync(new Uri("/api/sessions", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("\"event_type\":", await client.GetStringAsync(new Uri("/api/events", UriKind.Relative)), StringComparison.Ordinal);
    }

    [PgBouncerFact]
    public async Task Export_PgBouncerKilledMeanwhile_LosesAndDoublesNothing()
    {
        await using var pooler = await PgBouncer.StartAsync(await TestCluster.ConnectionStringAsync());
        await using var collector = await CollectorUnderTest.StartBehindAsync(pooler);

        var sending = Task.WhenAll(Enumerable.Range(0, 40).Select(_ => collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(50)))));
        await pooler.KillAsync();
        pooler.Restart();
        await sending;

        await collector.AssertStoredAsync(2000, 2000 * Calls.TokensEach);
    }

    /// <summary>Other clients of a pooled connection must not inherit the collector's timeouts or read-only mode.</summary>
    [PgBouncerFact]
    public async Task Sessions_BehindPgBouncer_KeepNoSettingOfTheCollectors()
    {
        await using var pooler = await PgBouncer.StartAsync(await TestCluster.ConnectionStringAsync());
        await using var collector = await CollectorUnderTest.StartBehindAsync(pooler);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(50)));
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.GetStringAsync(new Uri("/api/sessions", UriKind.Relative))));
        Assert.Equal(0, await collector.Process.StopAsync());

        var through = new NpgsqlConnectionStringBuilder(pooler.Through(collector.Database.ConnectionString))
        {
            NoResetOnClose = true,
            MaxPoolSize = 2 * PgBouncer.Connections,
        };
        await using var source = NpgsqlDataSource.Create(through.ConnectionString);
        var settings = await Task.WhenAll(Enumerable.Range(0, 2 * PgBouncer.Connections).Select(async _ =>
        {
            await using var command = source.CreateCommand(
                "SELECT concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'), current_setting('transaction_read_only'), "
                    + "(SELECT count(*) FROM pg_prepared_statements)) FROM pg_sleep(0.2)");
            return (string)(await command.ExecuteScalarAsync())!;
        }));

        Assert.All(settings, found => Assert.Equal("0 0 off 0", found));
    }
}
