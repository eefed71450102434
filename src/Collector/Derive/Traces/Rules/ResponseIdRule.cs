using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Reports with the same response id, model and usage at about the same time are one call, from any sender. The one with tokens
/// counts, spans before log events, and of several the innermost (the shortest).
/// </summary>
internal sealed class ResponseIdRule : ITraceRule
{
    public void Apply(TraceGraph graph)
    {
        foreach (var reports in graph.Sharing(static node => IsCandidate(node) ? node.ResponseHash : null).SelectMany(SharedIds.Of)) Join(reports);
    }

    private static void Join(IEnumerable<TraceNode> reports)
    {
        List<TraceNode> ordered = [.. reports.OrderBy(node => node.HasTokens ? 0 : 1)
            .ThenBy(node => node.Reported.Source)
            .ThenBy(node => node.Reported.Duration ?? TimeSpan.MaxValue)
            .ThenBy(node => node.Reported.Key)];
        foreach (var report in ordered.Skip(1))
        {
            if (IsSameCall(ordered[0].Reported, report.Reported)) report.Mirror(ordered[0]);
        }
    }

    private static bool IsSameCall(Operation one, Operation other) =>
        CallTime.Touch(one, other) && SameModel.Of(one, other) && (one.Tokens.IsEmpty || other.Tokens.IsEmpty || SameUsage.Of(one.Tokens, other.Tokens));

    private static bool IsCandidate(TraceNode node) =>
        !node.IsMirror && node.IsModelCall && !node.Reported.IsError;
}
