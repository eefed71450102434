using Tidemark.Collector.Derive;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Settling;

namespace Tidemark.Collector.Pipeline.Settling;

/// <summary>Binds operations to the session of their trace: once, in the transaction that folds them into it.</summary>
internal sealed class BindingPass(LaneStoreFactory stores, BatchFold fold, EventFeed feed, PipelineOptions options)
{
    /// <summary>Settles one batch and returns how many items it took.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForSettling();
        await using var transaction = await store.BeginAsync(cancellationToken);
        var taken = await SettlingStore.TakeUnboundAsync(transaction, options.SettleBatch, cancellationToken);
        var bound = taken.Where(one => one.SessionId is not null).ToDictionary(one => one.Key);
        if (taken.Count == 0) return 0;

        IReadOnlyList<Operation> operations = bound.Count == 0 ? [] : await SettlingStore.ReadAsync(transaction, [.. bound.Keys], cancellationToken);
        operations = [.. operations.Select(operation => operation with { SessionId = bound[operation.Key].SessionId, Compaction = bound[operation.Key].Compaction })];
        var state = await transaction.LockAsync(fold.KeysOf(operations, []), cancellationToken);
        var input = new BatchInput { State = state, Successors = state.Successors, Operations = [], Bound = operations };
        input = input with { LaterTurns = await LateTurns.ReadAsync(transaction, input, cancellationToken) };
        var folded = await ActiveCounts.FillInAsync(transaction, fold.Apply(input), cancellationToken);
        if (bound.Count > 0) await SettlingStore.BindAsync(transaction, [.. bound.Values], cancellationToken);
        var ids = await transaction.WriteAsync(new LaneWrite { Folded = folded, Ledger = [] }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.Publish([.. folded.Events.Zip(ids, (told, id) => new RecordedEvent(id, told))]);
        return taken.Count;
    }
}
