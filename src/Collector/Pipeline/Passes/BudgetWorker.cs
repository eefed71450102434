using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Passes;

/// <summary>Checks budgets.</summary>
internal sealed class BudgetWorker(Database database, BudgetPass budgets, PipelineOptions options, TimeProvider time, ILogger<BudgetWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => options.BudgetInterval;

    protected override string Work => "Checking budgets";

    protected override Task RunOnceAsync(CancellationToken cancellationToken) => budgets.RunAsync(cancellationToken);
}
