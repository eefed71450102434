namespace Tidemark.Collector.Store.Distributed;

/// <summary>Keeps the shard map, and tries workers again that were away.</summary>
internal sealed class ClusterWatch(Database database, Workers workers, TimeProvider time, ILogger<ClusterWatch> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => TimeSpan.FromSeconds(1);

    protected override string Work => "Watching the workers of the cluster";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (!Database.IsDistributed) return;
        await using (var connection = await Database.OpenAsync(cancellationToken))
        {
            var map = await ShardMapReader.ReadAsync(connection, cancellationToken);
            if (workers.Map is not { } known || !known.IsSame(map)) workers.Use(map);
        }

        foreach (var worker in workers.Present.Where(worker => worker.Fault is not null)) await TryAsync(worker, cancellationToken);
    }

    private static async Task TryAsync(Worker worker, CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await worker.OpenAsync(cancellationToken);
            worker.MarkReady();
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            worker.MarkAway(exception);
        }
    }
}
