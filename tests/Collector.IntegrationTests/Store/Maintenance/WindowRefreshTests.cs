using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

public sealed class WindowRefreshTests
{
    private const int Collectors = 6;

    private static readonly StoreOptions Options = new() { WindowInterval = TimeSpan.FromSeconds(5) };

    /// <summary>One that committed while another began stored the same windows again, because the other had an older snapshot.</summary>
    [Fact]
    public async Task Run_ManyCollectorsAtOnce_OneRefreshesPerInterval()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        await using var connections = new Database(NullLogger<Database>.Instance);
        connections.Use(NpgsqlDataSource.Create(database.ConnectionString));
        var clock = new FakeTime(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
        var refreshes = Enumerable.Range(0, Collectors).Select(_ => new WindowRefresh(connections, new Transactions(Options), Options, clock)).ToArray();

        for (var round = 0; round < 50; round++)
        {
            clock.Advance(Options.WindowInterval);
            var did = await Task.WhenAll(refreshes.Select(refresh => RepeatAsync(refresh)));

            Assert.Equal(1, did.Sum());
        }
    }

    private static async Task<int> RepeatAsync(WindowRefresh refresh)
    {
        var did = 0;
        for (var attempt = 0; attempt < 4; attempt++) did += await refresh.RunAsync(CancellationToken.None) ? 1 : 0;
        return did;
    }
}
