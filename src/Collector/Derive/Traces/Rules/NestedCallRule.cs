using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// A model call inside a model call of the same model and time, whose tokens the outer call repeats or sums, is the same call: the
/// innermost report with tokens counts. Spans in between may be anything that does not make calls of its own. Of failed calls the
/// innermost counts; sibling attempts remain separate errors.
/// </summary>
internal sealed class NestedCallRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        Dictionary<TraceNode, List<TraceNode>>? inner = null;
        foreach (var node in graph.Nodes)
        {
            if (node.IsMirror || !node.IsModelCall || OuterOf(node) is not { IsMirror: false } outer) continue;
            if (!(inner ??= []).TryGetValue(outer, out var calls)) inner.Add(outer, calls = []);
            calls.Add(node);
        }

        if (inner is null) return;
        // Innermost first: the tokens that an outer report repeats may themselves be a sum.
        foreach (var (outer, calls) in inner.OrderByDescending(pair => pair.Key.Above.Count).ThenBy(pair => pair.Key.Reported.Key)) Join(outer, calls);
    }

    private static TraceNode? OuterOf(TraceNode node)
    {
        foreach (var above in node.Above)
        {
            if (above.Kind == node.Kind) return SameModel.Of(above.Reported, node.Reported) && CallTime.BeginsIn(above.Reported, node.Reported) ? above : null;
            if (above.Kind is OperationKind.Agent or OperationKind.Tool or OperationKind.Inference or OperationKind.Embedding) return null;
        }

        return null;
    }

    private static void Join(TraceNode outer, List<TraceNode> calls)
    {
        if (outer.Reported.IsError && calls.TrueForAll(call => call.Reported.IsError))
        {
            outer.Mirror(calls[^1]);
            return;
        }

        var withTokens = calls.FindAll(call => call.HasTokens || call.Counted.HasTokens);
        if (withTokens.Count == 0)
        {
            JoinWithoutInnerUsage(outer, calls);
            return;
        }

        if (!outer.HasTokens || IsRepeated(outer, withTokens)) outer.Mirror(withTokens[^1]);
    }

    // The outer report may repeat one of them, if a client reports only the attempt that succeeded.
    private static bool IsRepeated(TraceNode outer, List<TraceNode> calls) =>
        SameUsage.Of(outer.Tokens, SameUsage.Sum(calls.Select(call => call.Counted.Tokens)))
        || (calls.Count == 1 && outer.Reported.ResponseHash is { } id && id == calls[0].Reported.ResponseHash)
        || (calls.Count > 1 && SameUsage.Of(outer.Tokens, calls[^1].Counted.Tokens));

    private static void JoinWithoutInnerUsage(TraceNode outer, List<TraceNode> calls)
    {
        if (outer.Reported.IsError)
        {
            outer.Mirror(calls.FindLast(call => call.Reported.IsError) ?? calls[^1]);
            return;
        }

        // Failed inner calls are attempts; one that succeeded is this call, and the outer report may have its usage.
        foreach (var call in calls.Where(call => !call.Reported.IsError))
        {
            if (outer.HasTokens) call.Mirror(outer);
            else outer.Mirror(call);
        }
    }
}
