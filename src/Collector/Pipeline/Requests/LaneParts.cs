using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Lanes;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Splits a request over the lanes. What the ledger counts once for the whole request goes with one part.</summary>
internal static class LaneParts
{
    /// <summary>Parts by lane; at least one, so that a request of which nothing is kept is in the ledger as well.</summary>
    public static IReadOnlyDictionary<int, LanePart> Split(LaneSet lanes, RequestItems items)
    {
        var operations = items.Operations.ToLookup(operation => lanes.NumberOf(operation.Key.Shard));
        var waiting = items.Waiting.ToLookup(one => lanes.NumberOf(one.Operation.Key.Shard));
        var signals = items.Signals.ToLookup(signal => lanes.NumberOf(Sharding.Of(signal.SessionId)));
        var metrics = items.Metrics.ToLookup(point => lanes.NumberOf(point.Shard));
        int[] used = [.. operations.Select(group => group.Key).Union(waiting.Select(group => group.Key)).Union(signals.Select(group => group.Key)).Union(metrics.Select(group => group.Key)).DefaultIfEmpty(0).Order()];

        var parts = new Dictionary<int, LanePart>(used.Length);
        foreach (var lane in used)
        {
            Operation[] mine = [.. operations[lane]];
            WaitingEvent[] myEvents = [.. waiting[lane]];
            MetricPoint[] myMetrics = [.. metrics[lane]];
            var received = LedgerDelta.Of(items.Source, items.Signal, mine.Length + myEvents.Length + myMetrics.Length);
            if (lane == used[0]) received = WithWhole(received, items);
            parts[lane] = new LanePart { Operations = mine, Waiting = myEvents, Metrics = myMetrics, Signals = [.. signals[lane]], Received = received };
        }

        return parts;
    }

    private static LedgerDelta WithWhole(LedgerDelta part, RequestItems items) => part with
    {
        Received = part.Received + items.Received - items.Operations.Count - items.Waiting.Count - items.Metrics.Count,
        Stored = items.SignalsAlone,
        Rejected = items.Rejected,
        Ignored = items.Ignored,
        ContentDropped = items.ContentDropped,
    };
}
