using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Traces.Rules;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Divides reports into groups of traces that must be resolved together because they report the same calls.</summary>
internal sealed class TraceGroups
{
    // Calls similar in tokens and time are compared with at most this many others: beyond it no call has a single candidate.
    private const int Neighbours = 16;

    private readonly Dictionary<TraceId, TraceId> _leaders = [];

    // Services known to report calls of a trace, as a common id shows.
    private readonly HashSet<(TraceId Trace, string Service)> _gateways = [];

    private TraceGroups(IReadOnlyList<Operation> operations)
    {
        foreach (var operation in operations) _leaders[operation.Key.TraceId] = operation.Key.TraceId;
        if (_leaders.Count < 2) return;
        JoinById(operations);
        JoinAlike(operations);
    }

    public static IReadOnlyList<TraceReports> Of(TraceReports reports)
    {
        var groups = new TraceGroups(reports.Operations);
        if (groups._leaders.Count == 1) return [reports with { Facts = groups.Own(reports.Facts) }];
        var operations = new Dictionary<TraceId, List<Operation>>(groups._leaders.Count);
        foreach (var operation in reports.Operations)
        {
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(operations, groups.LeaderOf(operation.Key.TraceId), out _);
            (group ??= []).Add(operation);
        }

        var facts = reports.Facts.Count == 0 ? null : groups.Own(reports.Facts).ToLookup(fact => groups.LeaderOf(fact.TraceId));
        return [.. operations.Select(group => reports with { Operations = group.Value, Facts = facts is null ? [] : [.. facts[group.Key]] })];
    }

    // Spans of traces without an operation do not describe calls.
    private IReadOnlyList<TraceFact> Own(IReadOnlyList<TraceFact> facts) =>
        facts.Count == 0 ? facts : [.. facts.Where(fact => _leaders.ContainsKey(fact.TraceId))];

    private void JoinById(IReadOnlyList<Operation> operations)
    {
        var first = new Dictionary<long, Operation>();
        Dictionary<long, List<Operation>>? shared = null;
        foreach (var operation in operations)
        {
            if (operation.ResponseHash is { } response) See(response, operation);
            if (operation.CallHash is { } call) See(call, operation);
        }

        foreach (var reports in shared?.Values ?? Enumerable.Empty<List<Operation>>()) Link(reports);

        void See(long id, Operation operation)
        {
            if (first.TryAdd(id, operation)) return;
            Join(first[id].Key.TraceId, operation.Key.TraceId);
            ref var reports = ref CollectionsMarshal.GetValueRefOrAddDefault(shared ??= [], id, out _);
            (reports ??= [first[id]]).Add(operation);
        }
    }

    private void Link(List<Operation> reports)
    {
        foreach (var one in reports)
        {
            foreach (var other in reports.Take(Neighbours))
            {
                if (one.Series.Service == other.Series.Service) continue;
                _gateways.Add((one.Key.TraceId, other.Series.Service));
                _gateways.Add((other.Key.TraceId, one.Series.Service));
            }
        }
    }

    private void JoinAlike(IReadOnlyList<Operation> operations)
    {
        if (!AlikeRule.CanMirror(operations.Where(operation => operation.IsModelCall))) return;
        List<Operation> calls = [.. operations.Where(operation => operation.IsModelCall).OrderBy(operation => operation.Key)];
        JoinAlike(calls, CallTime.Between);
        if (_gateways.Count == 0) return;
        // Failures are rare: other failures of the same model within seconds are candidates if clocks differ.
        foreach (var failed in calls.Where(call => call.IsError).GroupBy(SameModel.NameOf)) JoinAlike([.. failed], CallTime.Apart);
    }

    private void JoinAlike(List<Operation> calls, TimeSpan apart)
    {
        for (var i = 0; i < calls.Count; i++)
        {
            for (var j = i + 1; j < calls.Count && j <= i + Neighbours && calls[j].Key.StartedAt <= calls[i].EndedAt + apart; j++)
            {
                if (AreAlike(calls[i], calls[j], apart) || AreAlike(calls[j], calls[i], apart)) Join(calls[i].Key.TraceId, calls[j].Key.TraceId);
            }
        }
    }

    private bool AreAlike(Operation outer, Operation inner, TimeSpan apart) =>
        AlikeRule.MayMirror(outer, inner) && CallTime.Contains(outer, inner, apart)
        && (outer.Series.Service == inner.Series.Service || _gateways.Contains((outer.Key.TraceId, inner.Series.Service)));

    private TraceId LeaderOf(TraceId trace)
    {
        while (_leaders[trace] != trace) trace = _leaders[trace] = _leaders[_leaders[trace]];
        return trace;
    }

    private void Join(TraceId one, TraceId other)
    {
        var (first, second) = (LeaderOf(one), LeaderOf(other));
        if (first.CompareTo(second) < 0) _leaders[second] = first;
        else if (first != second) _leaders[first] = second;
    }
}
