using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces.Rules;

/// <summary>
/// Joins reports without a common id only if they are unambiguous: one lies within the other's time, model and tokens are equal (or
/// both failed), they come from two instrumentations, and each is the other's only candidate. For two services an id must also
/// show that the one reports calls of the other's trace. Within one trace, reports that are not nested are joined only if both
/// failed: successful calls have ids or nest.
/// </summary>
internal sealed class AlikeRule : ITraceRule
{
    // With many similar calls none has a single candidate: a sender with thousands of concurrent calls must not keep the collector busy.
    private const int MostCompared = 1024;
    private const int MostCandidates = 16;

    // The nearest match decides first. Clocks that agree are tried first: with a second of tolerance, calls in quick succession would
    // all be candidates.
    public void Apply(TraceGraph graph)
    {
        if (graph.Nodes.Count < 2 || !CanMirror(graph.Nodes.Where(node => !node.IsMirror && node.IsModelCall).Select(node => node.Reported))) return;
        var gateways = graph.Nodes
            .Where(node => node.IsMirror && node.Reported.Series.Service != node.Counted.Reported.Series.Service)
            .SelectMany(node => (IEnumerable<(TraceId, string)>)[
                (node.TraceId, node.Counted.Reported.Series.Service), (node.Counted.TraceId, node.Reported.Series.Service)
            ])
            .ToHashSet();
        var clocks = gateways.Count == 0 ? ServiceClocks.Unknown : ServiceClocks.Of(graph);
        Join(graph, gateways, clocks, isSameTrace: true, TimeSpan.Zero);
        Join(graph, gateways, clocks, isSameTrace: false, TimeSpan.Zero);
        Join(graph, gateways, clocks, isSameTrace: false, CallTime.Between);
    }

    /// <summary>Whether some model calls may be reports of each other: successful calls reported by one instrumentation are distinct calls.</summary>
    public static bool CanMirror(IEnumerable<Operation> calls)
    {
        Operation? first = null;
        foreach (var call in calls)
        {
            if (first is not null && (call.IsError || first.IsError || IsOtherReporter(first, call))) return true;
            first ??= call;
        }

        return false;
    }

    private static void Join(TraceGraph graph, HashSet<(TraceId Trace, string Service)> gateways, ServiceClocks clocks, bool isSameTrace, TimeSpan apart)
    {
        List<TraceNode> calls = [.. graph.Nodes.Where(node => !node.IsMirror && node.IsModelCall)];
        var taken = graph.Nodes.Where(node => node.IsMirror && node.TraceId != node.Counted.TraceId).Select(node => node.Counted).ToHashSet();
        calls.RemoveAll(taken.Contains);
        var pairs = new List<(TraceNode Outer, TraceNode Inner)>();
        var candidates = new Dictionary<TraceNode, int>();
        var first = 0;
        for (var i = 0; i < calls.Count; i++)
        {
            var outer = calls[i];
            while (outer.Reported.Key.StartedAt - calls[first].Reported.Key.StartedAt > clocks.Most) first++;
            var found = 0;
            var last = Math.Min(calls.Count, first + MostCompared);
            for (var j = first; j < last && found < MostCandidates && calls[j].Reported.Key.StartedAt - clocks.Most <= outer.Reported.EndedAt; j++)
            {
                if (!IsCandidate(outer, calls[j])) continue;
                found++;
                pairs.Add((outer, calls[j]));
                Count(outer);
                Count(calls[j]);
            }
        }

        foreach (var (outer, inner) in pairs)
        {
            if (candidates[outer] == 1 && candidates[inner] == 1) outer.Mirror(inner);
        }

        void Count(TraceNode node) => candidates[node] = candidates.GetValueOrDefault(node) + 1;

        bool IsCandidate(TraceNode outer, TraceNode inner) =>
            (outer.TraceId == inner.TraceId) == isSameTrace && MayMirror(outer.Reported, inner.Reported)
            && (clocks.MayContain(outer.Reported, inner.Reported) ?? CallTime.Contains(outer.Reported, inner.Reported, apart))
            && (isSameTrace
                || outer.Reported.Series.Service == inner.Reported.Series.Service
                || gateways.Contains((outer.TraceId, inner.Reported.Series.Service)))
            && !inner.Above.Contains(outer);
    }

    /// <summary>Whether the outer report can describe the inner one's call, apart from their times.</summary>
    public static bool MayMirror(Operation outer, Operation inner) =>
        IsOtherReporter(outer, inner) && outer.Series.Kind == inner.Series.Kind
        && (outer.Key.TraceId != inner.Key.TraceId || outer.IsError) && outer.IsError == inner.IsError
        && (outer.ResponseHash is null || inner.ResponseHash is null || outer.IsError)
        && outer.Duration > inner.Duration
        && MayBeOfOneSession(outer, inner)
        && IsUsage(outer.Tokens, inner.Tokens)
        && SameModel.Of(outer, inner);

    // A service with thousands of calls a minute has some similar ones by chance: those of other users and sessions are distinct. A conversation
    // used as the session proves nothing, as instrumentations have their own ids for it; nor does what a gateway knows of its callers.
    private static bool MayBeOfOneSession(Operation outer, Operation inner) =>
        outer.Series.Service != inner.Series.Service || (AreOne(outer.UserId, inner.UserId) && AreOne(SessionOf(outer), SessionOf(inner)));

    private static bool AreOne(string? one, string? other) => one is null || other is null || one == other;

    private static string? SessionOf(Operation call) => call.SessionId == call.ConversationId ? null : call.SessionId;

    private static bool IsUsage(in TokenUsage outer, in TokenUsage inner) =>
        outer.IsEmpty || inner.IsEmpty ? outer.IsEmpty == inner.IsEmpty : SameUsage.Of(outer, inner);

    // Two calls reported by one instrumentation of one service are distinct, however similar.
    private static bool IsOtherReporter(Operation one, Operation two) =>
        one.Series.Service != two.Series.Service || one.Reporter != two.Reporter || IsSpelledApart(one.Failure, two.Failure);

    // Instrumentations describe one failure differently; several failures reported by one have different classes, or the same words.
    private static bool IsSpelledApart(Failure? one, Failure? two) =>
        one is not null && two is not null && one.Class == two.Class && !string.Equals(one.Type, two.Type, StringComparison.Ordinal);
}
