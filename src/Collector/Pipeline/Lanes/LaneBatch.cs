using System.Buffers;
using System.Runtime.InteropServices;
using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>The parts of one transaction: each operation and waiting event once, in key order.</summary>
internal sealed class LaneBatch
{
    private readonly IReadOnlyList<LanePart> _parts;

    public LaneBatch(IReadOnlyList<LanePart> parts)
    {
        _parts = parts;
        Operations = Once(parts.SelectMany(part => part.Operations), operation => operation.Key);
        Facts = [.. parts.SelectMany(part => part.Facts)];
        Metrics = Once(parts.SelectMany(part => part.Metrics), MetricKey.Of);
        Notices = [.. parts.SelectMany(part => part.Notices)];
        Ignored = [.. parts.SelectMany(part => part.Ignored)
            .GroupBy(ignored => (ignored.Source, ignored.Signal, ignored.Scope, ignored.Version))
            .Select(group => group.First() with { Items = group.Sum(ignored => ignored.Items) })];
    }

    /// <summary>Sorted by key, without duplicates.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<KeptFact> Facts { get; }

    /// <summary>Sorted by key, without duplicates.</summary>
    public IReadOnlyList<MetricPoint> Metrics { get; }

    public IReadOnlyList<SessionNotice> Notices { get; }

    /// <summary>Unique by source and scope.</summary>
    public IReadOnlyList<IgnoredScope> Ignored { get; }

    /// <summary>Returns the ledger rows of this batch, given what was new.</summary>
    public IReadOnlyList<LedgerDelta> Ledger(
        IReadOnlyCollection<Operation> stored, IReadOnlyCollection<MetricKey> metrics, HashSet<OperationKey> conflicts)
    {
        var fresh = Fresh(stored);
        var points = new HashSet<MetricPoint>(Metrics.Where(point => metrics.Contains(MetricKey.Of(point))), ReferenceEqualityComparer.Instance);
        var rows = new Dictionary<(string, short), LedgerDelta>();
        foreach (var part in _parts)
        {
            var received = part.Received;
            var kept = fresh is null ? part.Operations.Count : part.Operations.Count(fresh.Contains);
            var counted = part.Metrics.Count(point => point.IsAlone && points.Contains(point));
            var key = (received.Source, received.Signal);
            var sum = rows.GetValueOrDefault(key, LedgerDelta.Of(received.Source, received.Signal, 0));
            rows[key] = sum with
            {
                Received = sum.Received + received.Received,
                Stored = sum.Stored + received.Stored + kept + counted,
                Duplicate = sum.Duplicate + part.Operations.Count - kept + part.Metrics.Count(point => point.IsAlone) - counted,
                Rejected = sum.Rejected + received.Rejected,
                Ignored = sum.Ignored + received.Ignored,
                Unpriced = sum.Unpriced + part.Operations.Count(operation => operation.IsUnpriced && fresh?.Contains(operation) != false),
                ContentDropped = sum.ContentDropped + received.ContentDropped,
                Conflict = sum.Conflict + (conflicts.Count == 0 ? 0 : part.Operations.Count(operation => conflicts.Contains(operation.Key))),
            };
        }

        return [.. rows.Values];
    }

    /// <summary>Returns the batch's work for the settling pass.</summary>
    /// <param name="stored">Operations that were new.</param>
    /// <param name="reporters">Knows which of them another trace may report without a common id.</param>
    /// <param name="dueAt">When the settling pass processes it.</param>
    public TraceWork Traces(IReadOnlyList<Operation> stored, CallReporters reporters, DateTime dueAt)
    {
        var visits = new Dictionary<TraceId, TraceVisit>();
        foreach (var part in _parts)
        {
            foreach (var operation in part.Operations) Visit(visits, operation.Key.TraceId, operation.Key.StartedAt, part.Traces);
            foreach (var kept in part.Facts) Visit(visits, kept.Fact.TraceId, kept.Fact.StartedAt, part.Traces);
        }

        foreach (var trace in JoinedByReplays(stored, visits)) visits[trace] = visits[trace] with { Share = visits[trace].Share with { IsOpen = true } };
        return new TraceWork
        {
            Visits = [.. visits.Values.OrderBy(visit => visit.TraceId)],
            Claims = _parts[0].Claims is null
                ? [.. reporters.ClaimsOf(stored)]
                : [.. _parts.SelectMany(part => part.Claims ?? [])],
            Facts = Facts,
            DueAt = dueAt,
        };
    }

    // A stored operation keeps what counted when it arrived. If the request, or another lane, adds to its trace, that can change even though
    // the request contains the whole trace.
    private IEnumerable<TraceId> JoinedByReplays(IReadOnlyList<Operation> stored, Dictionary<TraceId, TraceVisit> visits)
    {
        if (Fresh(stored) is not { } fresh) return [];
        var added = stored.Select(operation => operation.Key.TraceId).ToHashSet();
        var here = Operations.CountBy(operation => operation.Key.TraceId).ToDictionary();
        return _parts
            .SelectMany(part => part.Operations)
            .Where(operation => !fresh.Contains(operation))
            .Select(operation => operation.Key.TraceId)
            .Distinct()
            .Where(trace => added.Contains(trace) || visits[trace].Share.Operations > here[trace]);
    }

    // Null: everything is new, as nearly always; then nothing needs to be looked up.
    private HashSet<Operation>? Fresh(IReadOnlyCollection<Operation> stored) =>
        stored.Count == _parts.Sum(part => part.Operations.Count) ? null : new HashSet<Operation>(stored, ReferenceEqualityComparer.Instance);

    private static void Visit(Dictionary<TraceId, TraceVisit> visits, TraceId trace, DateTime at, IReadOnlyDictionary<TraceId, TraceShare> shares)
    {
        ref var visit = ref CollectionsMarshal.GetValueRefOrAddDefault(visits, trace, out var isKnown);
        var share = shares.GetValueOrDefault(trace);
        share = new TraceShare(Math.Max(visit.Share.Operations, share.Operations), visit.Share.IsOpen || share.IsOpen);
        visit = new TraceVisit(trace, isKnown && visit.StartedAt < at ? visit.StartedAt : at, share);
    }

    // Of two with the same key the first one received wins.
    private static List<T> Once<T, TKey>(IEnumerable<T> items, Func<T, TKey> keyOf)
        where TKey : IEquatable<TKey>, IComparable<TKey>
    {
        List<T> arrived = [.. items];
        if (arrived.Count == 0) return arrived;
        var order = ArrayPool<int>.Shared.Rent(arrived.Count);
        var sorted = new List<T>(arrived.Count);
        for (var i = 0; i < arrived.Count; i++) order[i] = i;
        order.AsSpan(0, arrived.Count).Sort((one, other) =>
            keyOf(arrived[one]).CompareTo(keyOf(arrived[other])) is var by and not 0 ? by : one.CompareTo(other));
        foreach (var i in order.AsSpan(0, arrived.Count))
        {
            if (sorted.Count == 0 || !keyOf(arrived[i]).Equals(keyOf(sorted[^1]))) sorted.Add(arrived[i]);
        }

        ArrayPool<int>.Shared.Return(order);
        return sorted;
    }
}
