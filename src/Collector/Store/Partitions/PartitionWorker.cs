namespace Tidemark.Collector.Store.Partitions;

/// <summary>Keeps partitions. Several collectors may do so at once: making and dropping are idempotent.</summary>
internal sealed class PartitionWorker(Database database, PartitionKeeper keeper, StoreOptions options, TimeProvider time, ILogger<PartitionWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly Database _database = database;

    protected override TimeSpan Interval => options.PartitionInterval;

    protected override string Work => "Making partitions ahead and dropping old ones";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await keeper.KeepAsync(connection, cancellationToken);
    }
}
