using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Splits a part into two that together are the same, to the last number of the ledger.</summary>
internal static class PartSplit
{
    public static (LanePart Low, LanePart High) Halve(LanePart part)
    {
        var middle = part.Operations.Count / 2;
        LedgerDelta received = part.Received;
        var low = new LanePart(
            [.. part.Operations.Take(middle)],
            [],
            new LedgerDelta(received.Source, received.Signal, middle, 0, 0, 0, 0, 0, 0, 0));
        var high = new LanePart([.. part.Operations.Skip(middle)], part.Signals, received with { Received = received.Received - middle });
        return (low, high);
    }

    public static PartResult Join(PartResult low, PartResult high) =>
        new(low.Committed && high.Committed, low.Rejected + high.Rejected, low.Reason ?? high.Reason);
}
