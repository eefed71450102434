using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// A thing reported as span and as log event counts once, with the facts of both: the span, which knows when it began. They are the
/// same where the sender gives both one id, or where the event was written inside a span of its own kind.
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

    // Some number their calls from the start in every answer: two spans of one instrumentation one after the other are two things.
    private static bool IsOtherForm(Operation form, Operation counted) =>
        form.Series.Kind == counted.Series.Kind && CallTime.Touch(form, counted)
        && (form.Source != counted.Source || form.Reporter != counted.Reporter
            || CallTime.Contains(form, counted, TimeSpan.Zero) || CallTime.Contains(counted, form, TimeSpan.Zero))
        && (form.Series.Kind != OperationKind.Tool || form.Series.Tool.Length == 0 || NestedRunRule.IsSameTool(counted, form));

    private static bool IsFormOf(TraceNode other, TraceNode span) =>
        span.Kind == other.Kind && SameModel.Of(span.Reported, other.Reported)
        && (other.Kind != OperationKind.Tool || NestedRunRule.IsSameTool(span.Reported, other.Reported));
}
