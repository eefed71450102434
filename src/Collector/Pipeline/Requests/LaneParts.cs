using Tidemark.Collector.Model;
using Tidemark.Collector.Pipeline.Lanes;

namespace Tidemark.Collector.Pipeline.Requests;

/// <summary>Splits a request over the lanes. What the ledger counts once for the whole request goes with one part.</summary>
internal static class LaneParts
{
    public static IReadOnlyDictionary<int, LanePart> Split(
        LaneSet lanes,
        IReadOnlyList<Operation> operations,
        IReadOnlyList<SessionSignal> signals,
        LedgerDelta request)
    {
        var byLane = operations.ToLookup(operation => lanes.NumberOf(operation.Key));
        var signalsByLane = signals.ToLookup(signal => lanes.NumberOf(Sharding.Of(signal.SessionId)));
        var used = byLane.Select(group => group.Key).Union(signalsByLane.Select(group => group.Key)).Order().ToList();
        if (used.Count == 0) used.Add(0);

        var rest = request.Received - operations.Count - signals.Count;
        var parts = new Dictionary<int, LanePart>(used.Count);
        foreach (var lane in used)
        {
            Operation[] mine = [.. byLane[lane]];
            SessionSignal[] mySignals = [.. signalsByLane[lane]];
            var received = lane == used[0]
                ? request with { Received = mine.Length + mySignals.Length + rest }
                : new LedgerDelta(request.Source, request.Signal, mine.Length + mySignals.Length, 0, 0, 0, 0, 0, 0, 0);
            parts[lane] = new LanePart(mine, mySignals, received);
        }

        return parts;
    }
}
