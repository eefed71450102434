using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>
/// Corrects what counts in traces as more of them arrives, makes silent sessions idle and ends them, and checks budgets. Any number of
/// collectors do this concurrently: each takes rows that no other one holds.
/// </summary>
internal sealed class SettlingWorker(
    Database database,
    AmendmentPass amendments,
    SweepPass sessions,
    BudgetPass budgets,
    PipelineOptions options,
    TimeProvider time,
    ILogger<SettlingWorker> logger) : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.SettleInterval;

    protected override string Work => "Resolving waiting traces";

    protected override async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(amendments.RunAsync, cancellationToken);
        await amendments.ForgetAsync(cancellationToken);
        await DrainAsync(sessions.RunAsync, cancellationToken);
        await budgets.RunAsync(cancellationToken);
    }

    /// <summary>Repeats until a pass finds less than it could have taken.</summary>
    private async Task DrainAsync(Func<CancellationToken, Task<int>> pass, CancellationToken cancellationToken)
    {
        while (await pass(cancellationToken) == options.SettleBatch) cancellationToken.ThrowIfCancellationRequested();
    }
}
