using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

public sealed class PartitionKeeperTests
{
    [Fact]
    public async Task Keep_DayWithRowsInQuarantine_CreatesTheOtherDays()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        await database.ExecuteAsync(
            $"""
            DROP TABLE tidemark_store.metric_points_{today.AddDays(-3):yyyyMMdd}, tidemark_store.metric_points_{today.AddDays(1):yyyyMMdd};
            INSERT INTO tidemark_store.metric_points (identity, "time", started_at, shard, metric, unit, service, environment, attributes)
            VALUES (gen_random_uuid(), now() - interval '3 days', now(), 0, 'm', '1', 's', '', '{"{}"}')
            """);

        await using (var connection = await database.DataSource.OpenConnectionAsync())
        {
            await new PartitionKeeper(new StoreOptions(), SchemaLocks.Default, TimeProvider.System, NullLogger<PartitionKeeper>.Instance)
                .KeepAsync(connection, CancellationToken.None);
        }

        Assert.Equal(1, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.metric_points_default"));
        Assert.False(await ExistsAsync(database, today.AddDays(-3)));
        Assert.True(await ExistsAsync(database, today.AddDays(1)));
    }

    private static Task<bool> ExistsAsync(TestDatabase database, DateOnly day) =>
        database.ScalarAsync<bool>($"SELECT to_regclass('tidemark_store.metric_points_{day:yyyyMMdd}') IS NOT NULL");
}
