namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Which reports an id joins. One that an instrumentation reports in several traces names more than one thing (an answer from a cache,
/// tool calls that a model numbers from the start in every conversation, a counter of a test server): it joins the reports of each trace alone.
/// </summary>
internal static class SharedIds
{
    public static IEnumerable<IEnumerable<TraceNode>> Of(IReadOnlyList<TraceNode> reports) =>
        IsUnique(reports) ? [reports] : reports.GroupBy(node => node.TraceId);

    private static bool IsUnique(IEnumerable<TraceNode> reports) => reports
        .GroupBy(node => (node.Reported.Series.Service, node.Reported.Reporter))
        .All(reporter => reporter.DistinctBy(node => node.TraceId).Count() == 1);
}
