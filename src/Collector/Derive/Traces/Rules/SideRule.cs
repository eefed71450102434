using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>A call by an agent that another agent called is a side call: it does not affect the main conversation.</summary>
internal sealed class SideRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node.IsMirror || node.Kind != OperationKind.Inference || node.Effective.IsSide || !IsBelowSubAgent(node)) continue;
            node.Effective = node.Effective with { IsSide = true };
        }
    }

    private static bool IsBelowSubAgent(TraceNode node)
    {
        string? nearest = null;
        foreach (var above in node.Above)
        {
            if (above.Kind != OperationKind.Agent || above.Reported.Series.Agent is not { Length: > 0 } agent) continue;
            nearest ??= agent;
            if (agent != nearest) return true;
        }

        return false;
    }
}
