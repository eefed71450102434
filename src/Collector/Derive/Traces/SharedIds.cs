namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Decides which reports an id joins. An id that one instrumentation reports in several traces is not unique (a cached response, tool
/// calls numbered per conversation, a counter of a test server): it joins reports within each trace only.
/// </summary>
internal static class SharedIds
{
    public static IEnumerable<IEnumerable<TraceNode>> Of(IReadOnlyList<TraceNode> reports) =>
        IsUnique(reports) ? [reports] : reports.GroupBy(node => node.TraceId);

    private static bool IsUnique(IEnumerable<TraceNode> reports) => reports
        .GroupBy(node => (node.Reported.Series.Service, node.Reported.Reporter))
        .All(reporter => reporter.DistinctBy(node => node.TraceId).Count() == 1);
}
