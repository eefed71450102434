using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// A call reported as a span and as a log event counts once, with the facts of both: the span counts, as it has the start time. They
/// are the same call if the sender gives both the same id, or the event was written inside a span of its own kind.
/// </summary>
internal sealed class FormsRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var forms in graph.Sharing(static node => node.CallHash).SelectMany(SharedIds.Of))
        {
            var counted = forms.OrderBy(node => node.Reported.Source).ThenBy(node => node.Reported.Key).First();
            foreach (var form in forms.Where(form => form != counted && IsOtherForm(form.Reported, counted.Reported))) form.Mirror(counted);
        }

        foreach (var node in graph.Nodes)
        {
            if (node.Reported.Source == OperationSource.Event && !node.IsMirror && node.Parent is { } span && IsFormOf(node, span)) node.Mirror(span);
        }
    }

    // Some senders number calls from the start in every response: two successive spans of one instrumentation are distinct calls.
    private static bool IsOtherForm(Operation form, Operation counted) =>
        form.Series.Kind == counted.Series.Kind && CallTime.Touch(form, counted)
        && (form.Source != counted.Source || form.Reporter != counted.Reporter
            || CallTime.Contains(form, counted, TimeSpan.Zero) || CallTime.Contains(counted, form, TimeSpan.Zero))
        && (form.Series.Kind != OperationKind.Tool || form.Series.Tool.Length == 0 || NestedRunRule.IsSameTool(counted, form));

    private static bool IsFormOf(TraceNode other, TraceNode span) =>
        span.Kind == other.Kind && SameModel.Of(span.Reported, other.Reported)
        && (other.Kind != OperationKind.Tool || NestedRunRule.IsSameTool(span.Reported, other.Reported));
}
