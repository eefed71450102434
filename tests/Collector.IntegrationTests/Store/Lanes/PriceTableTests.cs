using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Lanes;

/// <summary>Collectors of several versions show their price books in one table.</summary>
public sealed class PriceTableTests
{
    private const string Shown = "SELECT string_agg(model || '=' || input_usd_per_million::int, ',' ORDER BY model) FROM tidemark.model_prices";

    [Fact]
    public async Task Replace_OlderVersionAfterNewer_LeavesTheNewerPrices()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);

        await ReplaceAsync(database, "1.9.0.0", ("old", 1), ("both", 1));
        Assert.Equal("both=1,old=1", await database.ScalarAsync<string>(Shown));
        // Numerically: 10 follows 9.
        await ReplaceAsync(database, "1.10.0.0", ("both", 2), ("new", 2));
        Assert.Equal("both=2,new=2", await database.ScalarAsync<string>(Shown));
        await ReplaceAsync(database, "1.9.0.0", ("old", 1), ("both", 1));
        Assert.Equal("both=2,new=2", await database.ScalarAsync<string>(Shown));
    }

    [Fact]
    public async Task Replace_SameVersion_ShowsTheLastBook()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);

        await ReplaceAsync(database, "1.0.0.0", ("one", 1), ("both", 1));
        await ReplaceAsync(database, "1.0.0.0", ("both", 3));

        Assert.Equal("both=3", await database.ScalarAsync<string>(Shown));
    }

    private static async Task ReplaceAsync(TestDatabase database, string version, params (string Model, decimal Usd)[] book)
    {
        await using var connections = new Database(NullLogger<Database>.Instance);
        connections.Use(NpgsqlDataSource.Create(database.ConnectionString));
        var table = new PriceTable(connections, DatabaseSchema.Current with { Version = new Version(version) });
        await table.ReplaceAsync(
            [.. book.Select(one => new ModelPrice("maker", one.Model, DateTime.UnixEpoch, one.Usd, one.Usd, one.Usd, one.Usd, null, "test"))],
            CancellationToken.None);
    }
}
