using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Finds the traces of a request that may still change. A trace is complete if it has a single root and every span named as a parent
/// is in the request.
/// </summary>
internal static class OpenTraces
{
    public static HashSet<TraceId> Of(IReadOnlyList<Operation> operations, IReadOnlyList<TraceFact> facts)
    {
        var spans = new HashSet<SpanKey>(operations.Count + facts.Count);
        var roots = new Dictionary<TraceId, int>();
        foreach (var operation in operations) See(operation.Key.TraceId, operation.Key.SpanId, operation.ParentSpanId);
        foreach (var fact in facts) See(fact.TraceId, fact.SpanId, fact.ParentSpanId);

        var open = new HashSet<TraceId>();
        foreach (var operation in operations)
        {
            if (IsOpen(operation.Key.TraceId, operation.ParentSpanId)) open.Add(operation.Key.TraceId);
        }

        foreach (var fact in facts)
        {
            if (IsOpen(fact.TraceId, fact.ParentSpanId)) open.Add(fact.TraceId);
        }

        return open;

        void See(TraceId trace, SpanId span, SpanId parent)
        {
            spans.Add(new SpanKey(trace, span));
            roots[trace] = roots.GetValueOrDefault(trace) + (parent.IsEmpty ? 1 : 0);
        }

        bool IsOpen(TraceId trace, SpanId parent) => roots[trace] != 1 || (!parent.IsEmpty && !spans.Contains(new SpanKey(trace, parent)));
    }
}
