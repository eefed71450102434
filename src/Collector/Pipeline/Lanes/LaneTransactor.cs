using Tidemark.Collector.Derive;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Runs a batch as one transaction: lock, insert, fold what was new, write, commit.</summary>
internal sealed class LaneTransactor(
    LaneStore store, BatchFold fold, CallReporters reporters, PipelineOptions options, PipelineMetrics metrics) : IAsyncDisposable
{
    // Up to this many rows, a prepared INSERT costs less than COPY, which is parsed each time and adds a round trip.
    private const int FewOperations = 100;

    private bool _expectDuplicates;

    /// <summary>Commits the batch and returns the number of events.</summary>
    public async Task<int> RunAsync(LaneBatch batch, CancellationToken cancellationToken)
    {
        // Replays come in runs: after one, look up keys before inserting until a batch was entirely new.
        if (!_expectDuplicates)
        {
            try
            {
                return await RunAsync(batch, careful: false, cancellationToken);
            }
            catch (Exception exception) when (DatabaseFailure.IsDuplicate(exception))
            {
                _expectDuplicates = true;
            }
        }

        return await RunAsync(batch, careful: true, cancellationToken);
    }

    public Task ResetAsync() => store.ResetAsync();

    /// <summary>Refuses further work until what failed answers again.</summary>
    public void MarkAway(Exception failure) => store.MarkAway(failure);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<int> RunAsync(LaneBatch batch, bool careful, CancellationToken cancellationToken)
    {
        await store.LearnAsync(batch.Operations, cancellationToken);
        await using var transaction = await store.BeginAsync(cancellationToken);
        var state = await transaction.LockAsync(fold.KeysOf(batch.Operations, batch.Notices), cancellationToken);
        var operations = batch.Operations;
        var input = new BatchInput { State = state, Operations = operations, Notices = batch.Notices };
        // Read before the batch's own operations are inserted: they are merged into these.
        input = input with { FollowingTurns = await FollowingTurns.ReadAsync(transaction, input, cancellationToken) };
        var stored = await InsertAsync(transaction, operations, careful, cancellationToken);
        if (stored.Count == batch.Operations.Count) _expectDuplicates = false;
        var conflicts = await ConflictsAsync(transaction, operations, stored, cancellationToken);

        var (points, coding) = await WriteMetricsAsync(transaction, batch.Metrics, cancellationToken);
        var write = new LaneWrite
        {
            Folded = fold.Apply(input with { Operations = stored }),
            Ledger = batch.Ledger(stored, points, conflicts),
            Ignored = batch.Ignored,
            Coding = coding,
            Traces = batch.Traces(stored, reporters, transaction.Now + options.SettleInterval),
        };
        var events = await FoldWriter.WriteAsync(store, transaction, write, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        metrics.Committed(write.Ledger);
        return events;
    }

    private static async Task<IReadOnlyList<Operation>> InsertAsync(
        LaneTransaction transaction, IReadOnlyList<Operation> operations, bool careful, CancellationToken cancellationToken)
    {
        if (operations.Count == 0) return [];
        // Over several servers, COPY does not report duplicates as such.
        if (!careful && operations.Count > FewOperations && transaction.CanCopy(operations))
        {
            await transaction.CopyAsync(operations, cancellationToken);
            return operations;
        }

        var inserted = await transaction.InsertAsync(operations, cancellationToken);
        return [.. operations.Where(operation => inserted.Contains(operation.Key))];
    }

    /// <summary>Of the duplicates, those whose numbers differ from what is stored.</summary>
    private static async Task<HashSet<OperationKey>> ConflictsAsync(
        LaneTransaction transaction, IReadOnlyList<Operation> operations, IReadOnlyList<Operation> stored, CancellationToken cancellationToken)
    {
        if (stored.Count == operations.Count) return [];
        var fresh = new HashSet<Operation>(stored, ReferenceEqualityComparer.Instance);
        return await transaction.FindConflictsAsync([.. operations.Where(operation => !fresh.Contains(operation))], cancellationToken);
    }

    private static async Task<(IReadOnlyCollection<MetricKey> Added, IReadOnlyList<CodingCount> Coding)> WriteMetricsAsync(
        LaneTransaction transaction, IReadOnlyList<MetricPoint> metrics, CancellationToken cancellationToken)
    {
        if (metrics.Count == 0) return ([], []);
        var (points, states) = MetricFold.Apply(await MetricStore.LockStreamsAsync(transaction, metrics, cancellationToken), metrics);
        var added = await MetricStore.WriteAsync(transaction, points, states, cancellationToken);
        return (added, CodingFold.Apply(points.Where(point => point.Coding.Count > 0 && added.Contains(MetricKey.Of(point)))));
    }
}
