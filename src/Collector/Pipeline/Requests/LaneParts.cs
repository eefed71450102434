using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Pipeline.Lanes;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Splits a request over the lanes. What the ledger counts once per request is assigned to one part.</summary>
internal static class LaneParts
{
    /// <summary>Parts by lane; at least one, so that a request without any stored items is in the ledger as well.</summary>
    public static IReadOnlyDictionary<int, LanePart> Split(LaneSet lanes, RequestItems items)
    {
        var operations = Operations(lanes, items.Operations);
        var facts = items.KeptFacts().ToLookup(kept => lanes.NumberOf(Sharding.Of(kept.Fact.TraceId)));
        var notices = items.Notices.ToLookup(notice => lanes.NumberOf(Sharding.Of(notice.SessionId)));
        var metrics = items.Metrics.ToLookup(point => lanes.NumberOf(point.Shard));
        var claims = lanes.IsStrict ? lanes.ClaimsOf(items.Operations) : null;
        int[] used = [.. Enumerable.Range(0, lanes.Count)
            .Where(lane => operations[lane].Length > 0)
            .Union(facts.Select(group => group.Key))
            .Union(notices.Select(group => group.Key))
            .Union(metrics.Select(group => group.Key))
            .Union(claims?.Select(group => group.Key) ?? [])
            .DefaultIfEmpty(0)
            .Order()];

        var parts = new Dictionary<int, LanePart>(used.Length);
        var submission = new Submission();
        foreach (var lane in used)
        {
            var mine = operations[lane];
            MetricPoint[] myMetrics = [.. metrics[lane]];
            SessionNotice[] myNotices = [.. notices[lane]];
            var alone = myNotices.Count(notice => notice.IsAlone);
            var received = LedgerDelta.Of(items.Source, items.Signal, mine.Length + myMetrics.Count(point => point.IsAlone) + alone) with { Stored = alone };
            if (lane == used[0]) received = WithWhole(received, items);
            parts[lane] = new LanePart
            {
                Operations = mine,
                Facts = [.. facts[lane]],
                Traces = items.Traces,
                Ignored = lane == used[0] ? items.IgnoredScopes : [],
                Metrics = myMetrics,
                Claims = claims is null ? null : [.. claims[lane]],
                Notices = myNotices,
                Received = received,
                Submission = submission,
            };
        }

        return parts;
    }

    // Counted first: there are many, and each array gets its exact size.
    private static Operation[][] Operations(LaneSet lanes, IReadOnlyList<Operation> operations)
    {
        Span<int> counts = stackalloc int[lanes.Count];
        for (var i = 0; i < operations.Count; i++) counts[lanes.NumberOf(operations[i].Key.Shard)]++;

        var parts = new Operation[lanes.Count][];
        for (var lane = 0; lane < parts.Length; lane++) parts[lane] = counts[lane] == 0 ? [] : new Operation[counts[lane]];
        for (var i = operations.Count - 1; i >= 0; i--)
        {
            var lane = lanes.NumberOf(operations[i].Key.Shard);
            parts[lane][--counts[lane]] = operations[i];
        }

        return parts;
    }

    private static LedgerDelta WithWhole(LedgerDelta part, RequestItems items) => part with
    {
        Received = part.Received + items.Received - items.Operations.Count - items.MetricsAlone - items.NoticesAlone,
        Rejected = items.Rejected,
        Ignored = items.Ignored,
        ContentDropped = items.ContentDropped,
    };
}
