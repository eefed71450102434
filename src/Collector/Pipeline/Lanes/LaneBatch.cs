using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Several parts as one transaction sees them: each operation once, in key order.</summary>
internal sealed class LaneBatch
{
    private readonly IReadOnlyList<LanePart> _parts;

    private LaneBatch(IReadOnlyList<LanePart> parts, IReadOnlyList<Operation> operations, IReadOnlyList<SessionSignal> signals)
    {
        _parts = parts;
        Operations = operations;
        Signals = signals;
    }

    /// <summary>Sorted by key; an operation that came twice stands here once.</summary>
    public IReadOnlyList<Operation> Operations { get; }

    public IReadOnlyList<SessionSignal> Signals { get; }

    public static LaneBatch Of(IReadOnlyList<LanePart> parts)
    {
        var all = new List<Operation>(parts.Sum(part => part.Operations.Count));
        foreach (var part in parts) all.AddRange(part.Operations);

        // Stable, so that of two with the same key the first arrival wins.
        var sorted = all.OrderBy(operation => operation.Key).ToList();
        var last = 0;
        for (var i = 1; i < sorted.Count; i++)
        {
            if (sorted[i].Key != sorted[last].Key) sorted[++last] = sorted[i];
        }

        if (sorted.Count > 0) sorted.RemoveRange(last + 1, sorted.Count - last - 1);
        return new LaneBatch(parts, sorted, [.. parts.SelectMany(part => part.Signals)]);
    }

    /// <summary>The ledger's rows for this batch, given what was really new.</summary>
    public IReadOnlyList<LedgerDelta> Ledger(IReadOnlyCollection<Operation> stored)
    {
        var fresh = new HashSet<Operation>(stored, ReferenceEqualityComparer.Instance);
        var rows = new Dictionary<(string, short), LedgerDelta>();
        foreach (var part in _parts)
        {
            var kept = part.Operations.Where(fresh.Contains).ToList();
            var received = part.Received;
            var key = (received.Source, received.Signal);
            rows.TryGetValue(key, out var sum);
            rows[key] = new LedgerDelta(
                received.Source,
                received.Signal,
                sum.Received + received.Received,
                sum.Stored + kept.Count + part.Signals.Count,
                sum.Duplicate + part.Operations.Count - kept.Count,
                sum.Rejected + received.Rejected,
                sum.Ignored + received.Ignored,
                sum.Waiting + received.Waiting,
                sum.Unpriced + kept.Count(operation => operation is { IsModelCall: true, Cost: null }),
                sum.ContentDropped + received.ContentDropped);
        }

        return [.. rows.Values];
    }
}
