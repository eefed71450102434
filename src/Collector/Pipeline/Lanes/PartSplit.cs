using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Splits a part into two that together are the same, to the last number of the ledger.</summary>
internal static class PartSplit
{
    public static (LanePart Low, LanePart High) Halve(LanePart part)
    {
        var middle = part.Operations.Count / 2;
        var low = new LanePart
        {
            Operations = [.. part.Operations.Take(middle)],
            Traces = part.Traces,
            Received = LedgerDelta.Of(part.Received.Source, part.Received.Signal, middle),
        };
        var high = new LanePart
        {
            Operations = [.. part.Operations.Skip(middle)],
            Signals = part.Signals,
            Facts = part.Facts,
            Traces = part.Traces,
            Ignored = part.Ignored,
            Metrics = part.Metrics,
            Received = part.Received with { Received = part.Received.Received - middle },
        };
        return (low, high);
    }

    public static PartResult Join(PartResult low, PartResult high) =>
        new(low.Committed && high.Committed, low.Rejected + high.Rejected, low.Reason ?? high.Reason, low.Committed ? high.Cause : low.Cause);
}
