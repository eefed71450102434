using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Collector.Store.Migrations;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>The schema changes while collectors write: what they acknowledge is stored, once.</summary>
public sealed class UpgradeTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>What an additive step of the next version does to the tables that lanes write and read by prepared statements.</summary>
    private static readonly Migration NextStep = new("Migrations/9999_next", """
        ALTER TABLE tidemark_store.operations ADD COLUMN next integer;
        ALTER TABLE tidemark_store.sessions ADD COLUMN next integer NOT NULL DEFAULT 0;
        ALTER TABLE tidemark_store.conversations ADD COLUMN next text;
        ALTER TABLE tidemark_store.rollups ADD COLUMN next bigint NOT NULL DEFAULT 0;
        ALTER TABLE tidemark_store.ledger ADD COLUMN next bigint NOT NULL DEFAULT 0;
        CREATE INDEX sessions_next ON tidemark_store.sessions (next);
        """);

    [Fact]
    public async Task Migrate_ToNextVersionWhileThisOneWrites_LosesNothingAndCountsOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var other = await CollectorProcess.StartAsync(Pooled(collector.Database));
        using var sender = new Sender([collector.Process.Http, other.Http]);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(4, stop.Token);
        await MoreAsync(sender);

        var next = Schema.Current with { Version = new Version(99, 0), Steps = [.. Schema.Current.Steps, NextStep] };
        // As a collector that starts does: a step that the lanes are in the way of is tried again.
        await Eventually.TrueAsync(
            async () =>
            {
                await using var connection = new NpgsqlConnection(Pooled(collector.Database));
                await connection.OpenAsync();
                await new Migrator(next, NullLogger<Migrator>.Instance).MigrateAsync(connection, CancellationToken.None);
                return true;
            },
            Patience);

        await MoreAsync(sender);
        await stop.CancelAsync();
        await sending;

        await collector.AssertStoredAsync(sender.Acknowledged, sender.Acknowledged * Calls.TokensEach);
        // It writes on, but does not start again: what the newer schema means it cannot know.
        Assert.Equal(0, await collector.Process.StopAsync());
        await collector.Process.RestartAsync(waitUntilReady: false);
        await Eventually.TrueAsync(() => collector.Process.HasExited, Patience);
        Assert.Contains("made by a newer collector", collector.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_SeveralAtOnceOnEarlierSchema_AllMigrateWriteAndCountOnce()
    {
        await using var database = await TestDatabase.CreateAsync();
        var earlier = Schema.Current with { Steps = [.. Schema.Current.Steps.Take(Schema.Current.Steps.Count / 2)], Objects = [] };
        await using (var connection = await database.DataSource.OpenConnectionAsync())
        {
            await new Migrator(earlier, NullLogger<Migrator>.Instance).MigrateAsync(connection, CancellationToken.None);
        }

        var collectors = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => CollectorProcess.StartAsync(Pooled(database))));
        try
        {
            using var sender = new Sender([.. collectors.Select(one => one.Http)]);
            using var stop = new CancellationTokenSource();
            var sending = sender.RunAsync(4, stop.Token);
            await MoreAsync(sender);
            await stop.CancelAsync();
            await sending;

            Assert.Equal(sender.Acknowledged, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
            Assert.Equal(sender.Acknowledged, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
            Assert.Equal(Schema.Current.Steps.Count, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.migrations WHERE name LIKE 'Migrations/%'"));
            Assert.Equal(0, await database.ScalarAsync<long>("SELECT coalesce(sum(drift), 0)::bigint FROM tidemark.rollup_drift"));
        }
        finally
        {
            foreach (var collector in collectors) await collector.DisposeAsync();
        }
    }

    // Prepared statements live as long as pooled connections do.
    private static string Pooled(TestDatabase database) => new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = true }.ConnectionString;

    /// <summary>Until each sender has gone on for a while.</summary>
    private static Task MoreAsync(Sender sender)
    {
        var target = sender.Acknowledged + (40 * Sender.BatchSize);
        return Eventually.TrueAsync(() => sender.Acknowledged >= target, Patience);
    }
}
