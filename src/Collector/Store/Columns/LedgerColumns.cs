using Tidemark.Collector.Model.Batches;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_ledger.sql</c>.</summary>
internal static class LedgerColumns
{
    public static ColumnSet<LedgerDelta> At(DateTime minute, short lane) => new ColumnSet<LedgerDelta>()
        .Timestamp(_ => minute, "minute")
        .Text(row => row.Source, "source")
        .Int16(row => row.Signal, "signal")
        .Int16(_ => lane, "shard")
        .Key()
        .Int64(row => row.Received, "received")
        .Int64(row => row.Stored, "stored")
        .Int64(row => row.Duplicate, "duplicate")
        .Int64(row => row.Rejected, "rejected")
        .Int64(row => row.Ignored, "ignored")
        .Int64(row => row.Waiting, "waiting")
        .Int64(row => row.Unpriced, "unpriced")
        .Int64(row => row.ContentDropped, "content_dropped")
        .Int64(row => row.Conflict, "conflict");
}
