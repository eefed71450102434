using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>The operations of some related traces, linked as their spans are.</summary>
internal sealed class TraceGraph
{
    private readonly Dictionary<SpanKey, TraceNode> _spans = [];
    private readonly Dictionary<SpanKey, TraceFact> _facts = [];

    public TraceGraph(TraceReports reports)
    {
        Reports = reports;
        Nodes = [.. reports.Operations.OrderBy(operation => operation.Key).Select(operation => new TraceNode(operation))];
        // A span tells more than the log event of it; of equals, the first by key stands for the id.
        foreach (var node in Nodes.OrderBy(node => node.Reported.Source)) _spans.TryAdd(SpanOf(node), node);
        foreach (var fact in reports.Facts.OrderBy(fact => fact.StartedAt).ThenBy(fact => fact.ParentSpanId))
        {
            var key = new SpanKey(fact.TraceId, fact.SpanId);
            if (!_spans.ContainsKey(key)) _facts.TryAdd(key, fact);
        }

        foreach (var node in Nodes) Link(node);
        ByTrace = Nodes.ToLookup(node => node.TraceId);
        FactsByTrace = _facts.Values.ToLookup(fact => fact.TraceId);
    }

    public TraceReports Reports { get; }

    /// <summary>In key order.</summary>
    public IReadOnlyList<TraceNode> Nodes { get; }

    /// <summary>In key order.</summary>
    public ILookup<TraceId, TraceNode> ByTrace { get; }

    /// <summary>Spans that are no operations.</summary>
    public ILookup<TraceId, TraceFact> FactsByTrace { get; }

    public TraceFact? FactOf(TraceId trace, SpanId span) => _facts.GetValueOrDefault(new SpanKey(trace, span));

    /// <summary>The chain of operations above, nearest first. Ends where a sender's spans go in a circle.</summary>
    public static IEnumerable<TraceNode> Above(TraceNode node)
    {
        var steps = 0;
        for (var above = node.Parent; above is not null && steps < Limits.Depth; above = above.Parent, steps++) yield return above;
    }

    private static SpanKey SpanOf(TraceNode node) => new(node.TraceId, node.Reported.Key.SpanId);

    private void Link(TraceNode node)
    {
        var parent = node.Reported.ParentSpanId;
        for (var steps = 0; !parent.IsEmpty && steps < Limits.Depth; steps++)
        {
            var key = new SpanKey(node.TraceId, parent);
            if (_spans.TryGetValue(key, out var above))
            {
                if (above == node) return;
                node.Parent = above;
                above.Add(node);
                return;
            }

            if (!_facts.TryGetValue(key, out var fact)) return;
            node.Enclosing ??= fact;
            parent = fact.ParentSpanId;
        }
    }

    internal static class Limits
    {
        /// <summary>Deeper trees are cut: nobody nests calls so deep, but a sender's ids may go in a circle.</summary>
        public const int Depth = 256;
    }
}
