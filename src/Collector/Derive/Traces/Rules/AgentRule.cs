using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// A model or tool call without an agent belongs to the nearest agent run above it. An agent run inside another agent's run is called
/// by that agent.
/// </summary>
internal sealed class AgentRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node.IsMirror) continue;
            if (node.Kind == OperationKind.Agent) Call(node);
            else if (node.Kind is OperationKind.Inference or OperationKind.Embedding or OperationKind.Tool) Own(node);
        }
    }

    private static void Own(TraceNode node)
    {
        if (node.Effective.Series.Agent.Length > 0) return;
        if (AgentOf(node) is { } agent) node.Effective = node.Effective with { Series = node.Effective.Series with { Agent = agent } };
    }

    private static void Call(TraceNode node)
    {
        if (node.Parent is null || node.Effective.Series.Agent.Length == 0) return;
        if (AgentOf(node) is { } caller) node.Effective = node.Effective with { Caller = caller };
    }

    private static string? AgentOf(TraceNode node)
    {
        foreach (var above in node.Above)
        {
            // A second report of the same run is not its caller.
            if (above.Kind == OperationKind.Agent && above.Counted != node && above.Reported.Series.Agent is { Length: > 0 } agent) return agent;
        }

        return null;
    }
}
