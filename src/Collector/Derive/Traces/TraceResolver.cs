using Tidemark.Collector.Derive.Traces.Rules;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// From all reports of some related traces to what counts: which reports are mirrors of which, whose each call is, and whose usage it is.
/// Depends on the reports alone, not on the order in which they came.
/// </summary>
internal static class TraceResolver
{
    private static readonly ITraceRule[] Rules =
    [
        new FormsRule(),
        new NestedCallRule(),
        new NestedRunRule(),
        new ResponseIdRule(),
        new LateUsageRule(),
        new AlikeRule(),
        new MirrorFactsRule(),
        new AgentRule(),
        new AgentUsageRule(),
        new SideRule(),
        new SessionRule(),
    ];

    /// <summary>The effective operation of each report, in key order.</summary>
    public static IReadOnlyList<(Operation Reported, Operation Effective)> Resolve(TraceReports reports)
    {
        var graph = new TraceGraph(reports);
        foreach (var rule in Rules) rule.Apply(graph);
        LimitedSeries.Apply(graph);
        var resolved = new (Operation, Operation)[graph.Nodes.Count];
        for (var i = 0; i < resolved.Length; i++) resolved[i] = (graph.Nodes[i].Reported, graph.Nodes[i].Effective);
        return resolved;
    }
}
