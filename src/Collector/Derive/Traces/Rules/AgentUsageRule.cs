using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Usage of an agent or workflow counts only if no call below it reports usage: otherwise it is their sum. The same applies if
/// calls beside it in its trace and time add up to the same usage. Of nested runs that all report usage the outermost counts.
/// </summary>
internal sealed class AgentUsageRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        if (!graph.Nodes.Any(IsRun)) return;
        var covered = new HashSet<TraceNode>();
        foreach (var call in graph.Nodes.Where(node => node.IsModelCall && (node.HasTokens || node.Effective.Cost is not null)))
        {
            foreach (var above in call.Above) covered.Add(above);
            foreach (var above in call.Counted.Above) covered.Add(above);
        }

        covered.UnionWith(graph.Nodes.Where(node => IsRun(node) && !covered.Contains(node) && IsSumOfOthers(graph, node)).ToList());

        foreach (var run in graph.Nodes.Where(IsRun))
        {
            if (run.IsMirror || Counts(graph, run, covered)) continue;
            run.Effective = run.Effective with { Tokens = default, Cost = null, CostBasis = null };
        }
    }

    private static bool IsRun(TraceNode node) =>
        node.Kind is OperationKind.Agent or OperationKind.Workflow && (node.HasTokens || node.Reported.Cost is not null);

    private static bool IsSumOfOthers(TraceGraph graph, TraceNode run)
    {
        List<TokenUsage> calls = [.. graph.NodesOf(run.TraceId)
            .Where(node => !node.IsMirror && node.Reported.IsModelCall && node.HasTokens && CallTime.BeginsIn(run.Reported, node.Reported))
            .Select(node => node.Tokens)];
        return calls.Count > 0 && run.HasTokens && SameUsage.Of(run.Tokens, SameUsage.Sum(calls));
    }

    private static bool Counts(TraceGraph graph, TraceNode run, HashSet<TraceNode> covered)
    {
        if (covered.Contains(run) || !graph.Reports.Waits.GetValueOrDefault(run.TraceId).Usage) return false;
        foreach (var above in run.Above)
        {
            if (IsRun(above) && !covered.Contains(above)) return false;
        }

        return true;
    }
}
