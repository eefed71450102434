using System.Runtime.InteropServices;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>The operations of related traces, linked like their spans.</summary>
internal sealed class TraceGraph
{
    // Most graphs are small: parts that a single operation does not need are not created.
    private readonly Dictionary<SpanKey, TraceNode>? _spans;
    private readonly Dictionary<SpanKey, TraceFact>? _facts;
    private readonly Dictionary<TraceId, List<TraceNode>>? _byTrace;
    private readonly Dictionary<TraceId, List<TraceFact>>? _factsByTrace;

    public TraceGraph(TraceReports reports)
    {
        Reports = reports;
        var nodes = Ordered(reports.Operations);
        Nodes = nodes;
        if (nodes.Length == 1 && reports.Facts.Count == 0) return;
        _spans = SpansOf(nodes);
        if (Array.Exists(nodes, node => node.TraceId != nodes[0].TraceId)) _byTrace = Grouped(nodes, static node => node.TraceId);
        if (reports.Facts.Count > 0)
        {
            _facts = FactsOf(reports.Facts, _spans);
            _factsByTrace = Grouped(_facts.Values, static fact => fact.TraceId);
        }

        foreach (var node in nodes) Link(node);
    }

    public TraceReports Reports { get; }

    /// <summary>All nodes in key order.</summary>
    public IReadOnlyList<TraceNode> Nodes { get; }

    public IReadOnlyCollection<TraceId> Traces => _byTrace is not null ? _byTrace.Keys : Nodes is [var node, ..] ? [node.TraceId] : [];

    /// <summary>A trace's operations in key order.</summary>
    public IReadOnlyList<TraceNode> NodesOf(TraceId trace) => _byTrace is null ? Nodes : _byTrace[trace];

    /// <summary>A trace's spans that are not operations.</summary>
    public IReadOnlyList<TraceFact> FactsOf(TraceId trace) => _factsByTrace is not null && _factsByTrace.TryGetValue(trace, out var facts) ? facts : [];

    public TraceFact? FactOf(TraceId trace, SpanId span) => _facts?.GetValueOrDefault(new SpanKey(trace, span));

    /// <summary>Operations that share an id with others, by id, in key order.</summary>
    public IEnumerable<IReadOnlyList<TraceNode>> Sharing(Func<TraceNode, long?> idOf)
    {
        Dictionary<long, TraceNode>? first = null;
        Dictionary<long, List<TraceNode>>? shared = null;
        foreach (var node in Nodes)
        {
            if (idOf(node) is not { } id || (first ??= []).TryAdd(id, node)) continue;
            ref var nodes = ref CollectionsMarshal.GetValueRefOrAddDefault(shared ??= [], id, out _);
            (nodes ??= [first[id]]).Add(node);
        }

        return shared is null ? [] : shared.Values;
    }

    // Of two reports with the same key the first wins.
    private static TraceNode[] Ordered(IReadOnlyList<Operation> operations)
    {
        var nodes = new TraceNode[operations.Count];
        var isOrdered = true;
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new TraceNode(operations[i]);
            isOrdered &= i == 0 || operations[i - 1].Key.CompareTo(operations[i].Key) <= 0;
        }

        return isOrdered ? nodes : [.. nodes.OrderBy(node => node.Reported.Key)];
    }

    private static Dictionary<TraceId, List<T>> Grouped<T>(IReadOnlyCollection<T> all, Func<T, TraceId> traceOf)
    {
        var groups = new Dictionary<TraceId, List<T>>();
        foreach (var one in all)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(groups, traceOf(one), out _);
            (group ??= []).Add(one);
        }

        return groups;
    }

    // A span has more facts than its log event; among equals the first by key represents the id.
    private static Dictionary<SpanKey, TraceNode> SpansOf(TraceNode[] nodes)
    {
        var spans = new Dictionary<SpanKey, TraceNode>(nodes.Length);
        foreach (var node in nodes)
        {
            ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(spans, new SpanKey(node.TraceId, node.Reported.Key.SpanId), out _);
            if (known is null || node.Reported.Source < known.Reported.Source) known = node;
        }

        return spans;
    }

    private static Dictionary<SpanKey, TraceFact> FactsOf(IReadOnlyList<TraceFact> all, Dictionary<SpanKey, TraceNode> spans)
    {
        var facts = new Dictionary<SpanKey, TraceFact>(all.Count);
        foreach (var fact in all.OrderBy(fact => fact.StartedAt).ThenBy(fact => fact.ParentSpanId))
        {
            var key = new SpanKey(fact.TraceId, fact.SpanId);
            if (!spans.ContainsKey(key)) facts.TryAdd(key, fact);
        }

        return facts;
    }

    private void Link(TraceNode node)
    {
        var parent = node.Reported.ParentSpanId;
        for (var steps = 0; !parent.IsEmpty && steps < Limits.Depth; steps++)
        {
            var key = new SpanKey(node.TraceId, parent);
            if (_spans!.TryGetValue(key, out var above))
            {
                if (above == node) return;
                node.Parent = above;
                above.Add(node);
                return;
            }

            if (_facts is null || !_facts.TryGetValue(key, out var fact)) return;
            node.Enclosing ??= fact;
            parent = fact.ParentSpanId;
        }
    }

    internal static class Limits
    {
        /// <summary>Deeper trees are cut: calls are never nested this deeply, but a sender's ids may form a cycle.</summary>
        public const int Depth = 256;
    }
}
