using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>A model or tool call that names no agent belongs to the nearest agent's run above it.</summary>
internal sealed class AgentRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node.IsMirror || node.Effective.Series.Agent.Length > 0) continue;
            if (node.Kind is not (OperationKind.Inference or OperationKind.Embedding or OperationKind.Tool)) continue;
            if (AgentOf(node) is { } agent) node.Effective = node.Effective with { Series = node.Effective.Series with { Agent = agent } };
        }
    }

    private static string? AgentOf(TraceNode node)
    {
        foreach (var above in node.Above)
        {
            if (above.Kind == OperationKind.Agent && above.Reported.Series.Agent.Length > 0) return above.Reported.Series.Agent;
        }

        return null;
    }
}
