namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Maintains partitions and deletes old rows. Several collectors may do so concurrently: creating and dropping are idempotent.</summary>
internal sealed class PartitionWorker(
    Database database, PartitionKeeper keeper, OldRows old, StoreOptions options, TimeProvider time, ILogger<PartitionWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    private readonly Database _database = database;

    protected override TimeSpan Interval => options.PartitionInterval;

    protected override string Work => "Making partitions ahead and forgetting what is old";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await using var connection = await _database.OpenAsync(cancellationToken);
        await keeper.KeepAsync(connection, cancellationToken);
        await old.ForgetAsync(connection, cancellationToken);
    }
}
