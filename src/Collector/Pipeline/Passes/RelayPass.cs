using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Brings the events of all servers of a cluster into one order, each once: copies them to the coordinator in the transaction that moves the positions
/// up to which they have been read. Only one collector does so at a time.
/// </summary>
internal sealed class RelayPass(Database database, Workers workers, Transactions transactions, StreamWakeUp wakeUp, PipelineOptions options, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly TimeSpan ForgetInterval = TimeSpan.FromMinutes(1);

    private long? _forgottenAt;

    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        if (workers.Map is not { } map) return false;
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginAsync(connection, cancellationToken);
        if (!await Job.TryOwnAsync(connection, Job.Relay, cancellationToken)) return false;

        var store = new RelayStore(connection);
        var positions = await store.ReadPositionsAsync(cancellationToken);
        var shards = await store.ReadShardsAsync(cancellationToken);
        var (relayed, isMore) = (0, false);
        foreach (var server in map.Groups.GroupBy(group => group.Server))
        {
            var worker = workers.Of(server.Key);
            if (worker.Fault is not null) continue;
            try
            {
                var (events, isWhole) = await RelayAsync(store, worker, [.. server], positions, shards, cancellationToken);
                relayed += events;
                isMore |= !isWhole;
            }
            catch (Exception exception) when (DatabaseFailure.IsAway(exception) && store.IsConnected)
            {
                // The worker's failure; the coordinator's own ends the pass.
                worker.MarkAway(exception);
            }
        }

        await ForgetAsync(store, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        wakeUp.Committed(relayed);
        return isMore;
    }

    private async Task<(int Events, bool IsWhole)> RelayAsync(
        RelayStore store, Worker worker, IReadOnlyList<ShardGroup> groups, IReadOnlyDictionary<string, StreamPosition> positions,
        IReadOnlyDictionary<long, string> shards, CancellationToken cancellationToken)
    {
        var server = worker.Address.ToString();
        var source = new ServerEvents(worker, groups);
        List<ShardGroup> moved = [.. groups.Where(group => shards.GetValueOrDefault(group.Anchor) != server)];
        List<ShardGroup> elsewhere = [.. moved.Where(group => shards.ContainsKey(group.Anchor))];
        var late = elsewhere.Count == 0 ? [] : await source.ReadRecentAsync(elsewhere, time.GetUtcNow().UtcDateTime - Kept, cancellationToken);
        var start = positions.GetValueOrDefault(server, StreamPosition.Start);
        var page = await source.ReadAsync(start, options.RelayBatch, cancellationToken);

        await store.AddAsync([.. late, .. page.Events], cancellationToken);
        foreach (var group in moved) await store.SetShardAsync(group, cancellationToken);
        var end = page.Events.Aggregate(start, (position, one) => position.After(one.Key, page.StillOpen));
        if (page.IsWhole) end = end.Settled(page.StillOpen);
        if (!ReferenceEquals(end, start)) await store.SetPositionAsync(worker.Address, end, cancellationToken);
        return (late.Count + page.Events.Count, page.IsWhole);
    }

    private async Task ForgetAsync(RelayStore store, CancellationToken cancellationToken)
    {
        if (_forgottenAt is { } before && time.GetElapsedTime(before) < ForgetInterval) return;
        _forgottenAt = time.GetTimestamp();
        await store.ForgetAsync(time.GetUtcNow().UtcDateTime - Kept, cancellationToken);
    }
}
