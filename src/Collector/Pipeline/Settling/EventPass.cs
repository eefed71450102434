using Tidemark.Collector.Derive;
using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Settling;

namespace Tidemark.Collector.Pipeline.Settling;

/// <summary>Turns log events and MCP tool calls into operations when the span that tells more did not come in time, with everything that follows from an operation.</summary>
internal sealed class EventPass(LaneStoreFactory stores, BatchFold fold, EventFeed feed, PipelineOptions options, StoreOptions kept)
{
    /// <summary>Settles one batch and returns how many events became operations.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForSettling();
        await using var transaction = await store.BeginAsync(cancellationToken);
        if (!await SettlingStore.HasDueEventsAsync(transaction, cancellationToken)) return 0;

        await SettlingStore.OwnAsync(transaction, cancellationToken);
        var keys = await SettlingStore.TakeDueEventsAsync(transaction, options.SettleBatch, cancellationToken);
        var operations = keys.Count == 0 ? [] : await SettlingStore.ReadAsync(transaction, keys, cancellationToken);
        var state = await transaction.LockAsync(fold.KeysOf(operations, []), cancellationToken);
        var input = new BatchInput { State = state, Successors = state.Successors, Operations = operations };
        input = input with { LaterTurns = await LateTurns.ReadAsync(transaction, input, cancellationToken) };
        var folded = await ActiveCounts.FillInAsync(transaction, fold.Apply(input), cancellationToken);
        await store.LearnAsync(folded.Rollups.Select(delta => delta.Series), cancellationToken);
        var write = new LaneWrite
        {
            Folded = folded,
            Ledger = [],
            Unbound = [.. operations.Where(operation => operation.SessionId is null)],
            BindAt = transaction.Now + options.BindingWait,
        };
        var ids = await transaction.WriteAsync(write, cancellationToken);
        await SettlingStore.ForgetAsync(transaction, transaction.Now.AddDays(-kept.RetentionDays), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        feed.Publish([.. folded.Events.Zip(ids, (told, id) => new RecordedEvent(id, told))]);
        return keys.Count;
    }
}
