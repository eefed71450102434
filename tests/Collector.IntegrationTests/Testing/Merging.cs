using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.Pipeline.Passes;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Merges rollups on request, as another collector does. The one under test does not merge, by <see cref="Never"/>.</summary>
internal sealed class Merging : IAsyncDisposable
{
    /// <summary>Settings of a collector that does not merge deltas during a test.</summary>
    public static readonly IReadOnlyDictionary<string, string> Never =
        new Dictionary<string, string> { ["Tidemark:Store:MergeInterval"] = "00:05:00", ["Tidemark:Store:MergeBatch"] = "100000" };

    private readonly Database _database = new(NullLogger<Database>.Instance);
    private readonly MergePass _pass;

    /// <param name="batch">Maximum deltas per transaction.</param>
    /// <param name="labels">Maximum distinct values of a label in rollups.</param>
    public Merging(TestDatabase database, int batch = 100_000, int labels = 2_000)
    {
        var options = new StoreOptions { MergeBatch = batch };
        _database.Use(DataSource.Create(database.ConnectionString, options));
        var numbers = new SeriesNumbers(_database, options);
        var stores = new LaneStoreFactory(
            _database, new Transactions(options), numbers, new TraitNumbers(_database, options, TimeProvider.System), new DeltaBacklog(), TimeProvider.System);
        _pass = new MergePass(
            stores, new RollupStore(numbers, new SeriesNames(_database, options), new PayerNumbers(_database, TimeProvider.System)),
            new LabelValues(_database, TimeProvider.System), options, new RecogniseOptions { MaxLabels = labels });
    }

    /// <summary>One transaction; returns how many deltas it merged.</summary>
    public Task<int> RunOnceAsync() => _pass.RunAsync(CancellationToken.None);

    /// <summary>Until nothing is left, possibly concurrently with others.</summary>
    public async Task RunAsync(TestDatabase database)
    {
        while (await database.ScalarAsync<long>(CountedRows.Deltas) > 0) await RunOnceAsync();
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();
}
