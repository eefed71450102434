using Tidemark.Collector.Derive;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Runs one batch as one transaction: lock, insert, fold what was really new, write, commit.</summary>
internal sealed class LaneTransactor(LaneStore store, BatchFold fold) : IAsyncDisposable
{
    private bool _expectDuplicates;

    /// <summary>Commits the batch and returns the events that it caused, with their ids.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> RunAsync(LaneBatch batch, CancellationToken cancellationToken)
    {
        // Replays come in runs: after one, look before inserting until a batch comes that was all new.
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

    public ValueTask DisposeAsync() => store.DisposeAsync();

    private async Task<IReadOnlyList<RecordedEvent>> RunAsync(LaneBatch batch, bool careful, CancellationToken cancellationToken)
    {
        await store.LearnAsync(batch.Operations.Select(SeriesOf), cancellationToken);
        await using var transaction = await store.BeginAsync(cancellationToken);
        var state = await transaction.LockAsync(fold.KeysOf(batch.Operations, batch.Signals), cancellationToken);
        var input = new BatchInput { State = state, Operations = batch.Operations, Signals = batch.Signals };
        input = input with { LaterTurns = await ReadLateTurnsAsync(transaction, input, cancellationToken) };
        var stored = await InsertAsync(transaction, batch, careful, cancellationToken);
        if (stored.Count == batch.Operations.Count) _expectDuplicates = false;

        var folded = fold.Apply(input with { Operations = stored });
        await store.LearnAsync(folded.Rollups.Select(delta => delta.Series), cancellationToken);
        var ids = await transaction.WriteAsync(folded, batch.Ledger(stored), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return [.. folded.Events.Zip(ids, (told, id) => new RecordedEvent(id, told))];
    }

    /// <summary>Read before the batch's own operations are inserted: they are to be merged into what came earlier.</summary>
    private static async Task<IReadOnlyDictionary<string, IReadOnlyList<Turn>>> ReadLateTurnsAsync(LaneTransaction transaction, BatchInput input, CancellationToken cancellationToken)
    {
        var turns = new Dictionary<string, IReadOnlyList<Turn>>(StringComparer.Ordinal);
        foreach (var (session, before) in BatchFold.LateTurns(input)) turns[session] = await transaction.ReadTurnsAsync(session, before, cancellationToken);
        return turns;
    }

    private static async Task<IReadOnlyList<Operation>> InsertAsync(LaneTransaction transaction, LaneBatch batch, bool careful, CancellationToken cancellationToken)
    {
        if (batch.Operations.Count == 0) return [];
        if (!careful)
        {
            await transaction.CopyAsync(batch.Operations, cancellationToken);
            return batch.Operations;
        }

        var inserted = await transaction.InsertAsync(batch.Operations, cancellationToken);
        return [.. batch.Operations.Where(operation => inserted.Contains(operation.Key))];
    }

    private static RollupSeries SeriesOf(Operation operation) => new(RollupScope.Series, operation.Series, "");
}
