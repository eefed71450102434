using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Usage reported by an agent or workflow counts only where no call below it reports any: else it is the sum of theirs. Of nested runs
/// that all report usage the outermost counts.
/// </summary>
internal sealed class AgentUsageRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        var told = new HashSet<TraceNode>();
        foreach (var call in graph.Nodes.Where(node => node.Kind is OperationKind.Inference or OperationKind.Embedding && (node.HasTokens || node.Effective.Cost is not null)))
        {
            foreach (var above in TraceGraph.Above(call)) told.Add(above);
            foreach (var above in TraceGraph.Above(call.Counted)) told.Add(above);
        }

        foreach (var run in graph.Nodes.Where(IsRun))
        {
            if (run.IsMirror || Counts(graph, run, told)) continue;
            run.Effective = run.Effective with { Tokens = default, Cost = null, CostBasis = null };
        }
    }

    private static bool IsRun(TraceNode node) => node.Kind is OperationKind.Agent or OperationKind.Workflow && (node.HasTokens || node.Reported.Cost is not null);

    private static bool Counts(TraceGraph graph, TraceNode run, HashSet<TraceNode> told) =>
        !told.Contains(run)
        && graph.Reports.Waits.GetValueOrDefault(run.TraceId).Usage
        && !TraceGraph.Above(run).Any(above => IsRun(above) && !told.Contains(above));
}
