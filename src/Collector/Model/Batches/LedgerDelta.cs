namespace Tidemark.Collector.Model.Batches;

/// <summary>What one request, or one lane's part of it, adds to the ledger.</summary>
/// <remarks>Always: received = stored + duplicate + rejected + ignored + waiting.</remarks>
/// <param name="Signal">1 traces, 2 metrics, 3 logs.</param>
/// <param name="Conflict">Duplicates whose numbers differ from what is stored.</param>
internal readonly record struct LedgerDelta(
    string Source,
    short Signal,
    long Received,
    long Stored,
    long Duplicate,
    long Rejected,
    long Ignored,
    long Waiting,
    long Unpriced,
    long ContentDropped,
    long Conflict)
{
    /// <summary>Creates a delta of items received, before anything is known about them.</summary>
    public static LedgerDelta Of(string source, short signal, long received) => new(source, signal, received, 0, 0, 0, 0, 0, 0, 0, 0);
}
