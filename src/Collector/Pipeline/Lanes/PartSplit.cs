using Tidemark.Collector.Model.Batches;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Splits a part into two that together equal it, including the ledger.</summary>
internal static class PartSplit
{
    public static (LanePart Low, LanePart High) Halve(LanePart part)
    {
        var middle = part.Items / 2;
        var low = Slice(part, 0, middle, null);
        var rest = part.Received with { Received = part.Received.Received - low.Received.Received, Stored = part.Received.Stored - low.Received.Stored };
        return (low, Slice(part, middle, part.Items, rest));
    }

    /// <summary>The remains of a part whose only item can never be stored.</summary>
    public static LanePart Rejected(LanePart part)
    {
        var alone = part.Notices.Count(notice => notice.IsAlone);
        var rejected = Counted(part);
        return new LanePart
        {
            Traces = part.Traces,
            Received = part.Received with { Stored = part.Received.Stored - alone, Rejected = part.Received.Rejected + rejected },
        };
    }

    /// <summary>Items of the request in a part. Others, such as facts, are already counted elsewhere.</summary>
    public static int Counted(LanePart part) =>
        part.Operations.Count + part.Metrics.Count(point => point.IsAlone) + part.Notices.Count(notice => notice.IsAlone);

    public static PartResult Join(PartResult low, PartResult high) =>
        new(low.Committed && high.Committed, low.Rejected + high.Rejected, low.Reason ?? high.Reason, low.Committed ? high.Cause : low.Cause);

    /// <summary>A range of items, over all types in sequence.</summary>
    /// <param name="received">Its share of the ledger; null = exactly its items.</param>
    private static LanePart Slice(LanePart part, int start, int end, LedgerDelta? received)
    {
        var passed = 0;
        var operations = Of(part.Operations);
        var notices = Of(part.Notices);
        var metrics = Of(part.Metrics);
        var alone = notices.Count(notice => notice.IsAlone);
        return new LanePart
        {
            Operations = operations,
            Notices = notices,
            Metrics = metrics,
            Facts = Of(part.Facts),
            Ignored = Of(part.Ignored),
            Traces = part.Traces,
            Received = received ?? Ledger(operations.Count + metrics.Count(point => point.IsAlone) + alone) with { Stored = alone },
        };

        LedgerDelta Ledger(int items) => LedgerDelta.Of(part.Received.Source, part.Received.Signal, items);

        IReadOnlyList<T> Of<T>(IReadOnlyList<T> items)
        {
            var from = Math.Clamp(start - passed, 0, items.Count);
            var to = Math.Clamp(end - passed, 0, items.Count);
            passed += items.Count;
            return [.. items.Skip(from).Take(to - from)];
        }
    }
}
