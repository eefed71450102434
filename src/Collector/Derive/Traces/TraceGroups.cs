using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Traces.Rules;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Parts reports into groups of traces that have to be resolved together: those that report of one call.</summary>
internal sealed class TraceGroups
{
    // Of calls that are alike in number and time, so many are compared with each: beyond them nothing could be the only candidate anyway.
    private const int Neighbours = 16;

    private readonly Dictionary<TraceId, TraceId> _leaders = [];

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

    // Spans of traces without an operation have nobody to tell of.
    private IReadOnlyList<TraceFact> Own(IReadOnlyList<TraceFact> facts) =>
        facts.Count == 0 ? facts : [.. facts.Where(fact => _leaders.ContainsKey(fact.TraceId))];

    private void JoinById(IReadOnlyList<Operation> operations)
    {
        var first = new Dictionary<long, TraceId>();
        foreach (var operation in operations)
        {
            if (operation.ResponseHash is { } response) Join(first, response, operation.Key.TraceId);
            if (operation.CallHash is { } call) Join(first, call, operation.Key.TraceId);
        }
    }

    private void Join(Dictionary<long, TraceId> first, long id, TraceId trace)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(first, id, out var isKnown);
        if (isKnown) Join(known, trace);
        else known = trace;
    }

    private void JoinAlike(IReadOnlyList<Operation> operations)
    {
        if (!AlikeRule.CanMirror(operations.Where(operation => operation.IsModelCall))) return;
        List<Operation> calls = [.. operations.Where(operation => operation.IsModelCall).OrderBy(operation => operation.Key)];
        for (var i = 0; i < calls.Count; i++)
        {
            for (var j = i + 1; j < calls.Count && j <= i + Neighbours && calls[j].Key.StartedAt <= calls[i].EndedAt; j++)
            {
                if (AlikeRule.MayMirror(calls[i], calls[j], isStrict: false) || AlikeRule.MayMirror(calls[j], calls[i], isStrict: false)) Join(calls[i].Key.TraceId, calls[j].Key.TraceId);
            }
        }
    }

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
