using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Reports in different traces without an id in common are one call only where nothing else can be meant: one lies in the other's time,
/// model and tokens are the same (or both failed), they come from two instrumentations, and each is the other's only candidate.
/// Beside each other in one trace they are that only where both failed: calls that were answered have ids or nest.
/// </summary>
internal sealed class AlikeRule : ITraceRule
{
    // Clocks that agree decide first: with a second's slack, calls in quick succession could all be meant.
    public void Apply(TraceGraph graph)
    {
        Join(graph, isStrict: true);
        Join(graph, isStrict: false);
    }

    private static void Join(TraceGraph graph, bool isStrict)
    {
        List<TraceNode> calls = [.. graph.Nodes.Where(node => !node.IsMirror && node.Kind is OperationKind.Inference or OperationKind.Embedding)];
        var taken = graph.Nodes.Where(node => node.IsMirror && node.TraceId != node.Counted.TraceId).Select(node => node.Counted).ToHashSet();
        calls.RemoveAll(taken.Contains);
        var pairs = new List<(TraceNode Outer, TraceNode Inner)>();
        foreach (var outer in calls)
        {
            foreach (var inner in calls.Where(inner => MayMirror(outer.Reported, inner.Reported, isStrict) && !TraceGraph.Above(inner).Contains(outer))) pairs.Add((outer, inner));
        }

        foreach (var (outer, inner) in pairs)
        {
            if (pairs.Count(pair => pair.Outer == outer || pair.Inner == outer) == 1 && pairs.Count(pair => pair.Inner == inner || pair.Outer == inner) == 1) outer.Mirror(inner);
        }
    }

    /// <summary>Whether the outer report can be one of the inner one's call.</summary>
    public static bool MayMirror(Operation outer, Operation inner, bool isStrict) =>
        (outer.Key.TraceId != inner.Key.TraceId || (outer.IsError && isStrict)) && outer.Series.Kind == inner.Series.Kind
        && outer.IsError == inner.IsError
        && (outer.ResponseHash is null || inner.ResponseHash is null || outer.IsError)
        && outer.Duration > inner.Duration && CallTime.Contains(outer, inner, isStrict)
        && IsOtherReporter(outer, inner)
        && IsUsage(outer.Tokens, inner.Tokens)
        && SameModel.Of(outer, inner);

    private static bool IsUsage(in TokenUsage outer, in TokenUsage inner) =>
        outer.IsEmpty || inner.IsEmpty ? outer.IsEmpty == inner.IsEmpty : SameUsage.Of(outer, inner);

    // One program's instrumentation gives all its calls an id, or none; a proxy is another service.
    private static bool IsOtherReporter(Operation one, Operation two) =>
        one.Series.Service != two.Series.Service || one.Series.Operation != two.Series.Operation || one.ResponseHash is null != two.ResponseHash is null
        || one.ParentSpanId.IsEmpty != two.ParentSpanId.IsEmpty || IsSpelledApart(one.Failure, two.Failure);

    // Each instrumentation has its own words for one failure; several failures told by one are of different classes, or in the same words.
    private static bool IsSpelledApart(Failure? one, Failure? two) =>
        one is not null && two is not null && one.Class == two.Class && !string.Equals(one.Type, two.Type, StringComparison.Ordinal);
}
