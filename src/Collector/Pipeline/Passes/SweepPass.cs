using Tidemark.Collector.Derive;
using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Ends silent sessions and raises their events. Only one collector does so at a time.</summary>
internal sealed class SweepPass(LaneStoreFactory stores, Expiry expiry, DeriveOptions limits, StreamWakeUp wakeUp, PipelineOptions options)
{
    /// <summary>Sweeps one batch.</summary>
    /// <returns>Whether there may be more.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        if (!await Job.TryOwnAsync(transaction.Connection, Job.Sweep, cancellationToken)) return false;

        var now = transaction.Now;
        var state = await SweepStore.TakeExpiredAsync(transaction, now - limits.IdleAfter, now - limits.EndedAfter, options.SettleBatch, cancellationToken);
        var expired = state.Sessions
            .Select(session => expiry.Apply(session, now, state.Successors.TryGetValue(session.SessionId, out var at) ? at : null))
            .OfType<SessionOutput>()
            .ToList();
        if (expired.Count == 0) return false;

        var events = EventOrder.Sort(expired.SelectMany(output => output.Events));
        var folded = new FoldedBatch([.. expired.Select(output => output.State)], [], [], events, []);
        var written = await FoldWriter.WriteAsync(store, transaction, new LaneWrite { Folded = folded, Ledger = [] }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        wakeUp.Committed(written);
        return state.Sessions.Count == options.SettleBatch;
    }
}
