using Tidemark.Collector.Derive.Monitors;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Pipeline.Lanes;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Raises events for budgets that are running out. Only one collector does so at a time.</summary>
internal sealed class BudgetPass(LaneStoreFactory stores, StreamWakeUp wakeUp, PipelineOptions options)
{
    // No period is longer than a month.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(40);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var store = stores.CreateForBackground();
        await using var transaction = await store.BeginAsync(cancellationToken);
        if (!await Job.TryOwnAsync(transaction.Connection, Job.Budgets, cancellationToken)) return;

        var budgets = await BudgetStore.ReadAsync(transaction, options.BudgetValues, cancellationToken);
        var (events, marks) = BudgetFold.Apply(budgets, transaction.Now);
        if (events.Count == 0) return;
        await BudgetStore.AddAsync(transaction, marks, cancellationToken);
        await BudgetStore.ForgetAsync(transaction, transaction.Now - Kept, cancellationToken);
        var written = await FoldWriter.WriteAsync(
            store, transaction, new LaneWrite { Folded = new FoldedBatch([], [], [], events, []), Ledger = [] }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        wakeUp.Committed(written);
    }
}
