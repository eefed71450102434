using Tidemark.Collector.Derive.Traces.Rules;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Determines from all reports of related traces what counts: which reports are mirrors, which session and agent each call belongs to, and
/// whose usage counts. Depends on the reports alone, not on their order of arrival.
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

    /// <summary>Returns the effective operation of each report, in key order.</summary>
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
