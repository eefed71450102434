using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// A tool run directly inside a run of the same tool is the same run (a framework and the MCP client, or two instrumentations). So is
/// an agent run that is the only child of a run of the same agent. The outer run counts, as it covers all of it.
/// </summary>
internal sealed class NestedRunRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var node in graph.Nodes)
        {
            if (node.IsMirror || node.Parent is not { } outer || outer.Kind != node.Kind) continue;
            if (node.Kind == OperationKind.Tool && IsSameTool(outer.Reported, node.Reported)) node.Mirror(outer);
            if (node.Kind == OperationKind.Agent && IsSameAgent(outer, node)) node.Mirror(outer);
        }
    }

    public static bool IsSameTool(Operation outer, Operation inner)
    {
        if (outer.CallHash is { } id && inner.CallHash is { } other) return id == other;
        var (one, two) = (outer.Series.Tool, inner.Series.Tool);
        return one == two || one.Length == 0 || two.Length == 0 || IsQualified(one, two) || IsQualified(two, one);
    }

    // Some senders put the agent or the server before the tool's name.
    private static bool IsQualified(string longer, string name) =>
        longer.Length > name.Length
        && longer.EndsWith(name, StringComparison.Ordinal)
        && longer[longer.Length - name.Length - 1] is '.' or '-' or '_' or '/' or ':';

    private static bool IsSameAgent(TraceNode outer, TraceNode inner) =>
        outer.Reported.Series.Agent == inner.Reported.Series.Agent
        && outer.Children.All(child => child == inner
            || child.Kind is not (OperationKind.Inference or OperationKind.Embedding or OperationKind.Tool or OperationKind.Agent))
        && CallTime.BeginsIn(outer.Reported, inner.Reported);
}
