using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Two reports of one call that are siblings, or parent and child: a streamed call without usage, and a span of zero length that
/// reports the usage once the stream has ended. The usage is added to the nearest such call before it.
/// </summary>
internal sealed class LateUsageRule : ITraceRule
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan NoLength = TimeSpan.FromMilliseconds(1);

    public void Apply(TraceGraph graph)
    {
        if (!graph.Nodes.Any(IsUsageAlone)) return;
        var taken = new HashSet<TraceNode>();
        foreach (var usage in graph.Nodes.Where(IsUsageAlone).OrderBy(node => node.Reported.Key.StartedAt).ThenBy(node => node.Reported.Key))
        {
            var call = graph.Nodes
                .Where(node => IsStreamOf(node, usage) && !taken.Contains(node))
                .OrderByDescending(node => node.Reported.Key.StartedAt).ThenBy(node => node.Reported.Key)
                .FirstOrDefault();
            if (call is null) continue;
            taken.Add(call);
            usage.Mirror(call);
        }
    }

    private static bool IsUsageAlone(TraceNode node) =>
        !node.IsMirror
        && node.Kind == OperationKind.Inference
        && node.HasTokens
        && node.Reported.Duration < NoLength
        && node.Reported.Source == OperationSource.Span;

    private static bool IsStreamOf(TraceNode call, TraceNode usage)
    {
        var (started, reported) = (call.Reported.Key.StartedAt, usage.Reported.Key.StartedAt);
        return !call.IsMirror && call.IsSilent && call.Kind == OperationKind.Inference && call.TraceId == usage.TraceId
            && (call.Reported.ParentSpanId == usage.Reported.ParentSpanId || call.Reported.Key.SpanId == usage.Reported.ParentSpanId)
            && call.Reported.Series.Service == usage.Reported.Series.Service
            && started <= reported && reported - started < Longest
            && SameModel.Of(call.Reported, usage.Reported);
    }
}
