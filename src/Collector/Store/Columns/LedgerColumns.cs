using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_ledger.sql</c>.</summary>
internal static class LedgerColumns
{
    public static ColumnSet<LedgerDelta> At(DateTime minute, short slot) => new ColumnSet<LedgerDelta>()
        .Timestamp(_ => minute)
        .Text(row => row.Source)
        .Int16(row => row.Signal)
        .Int16(_ => slot)
        .Int64(row => row.Received)
        .Int64(row => row.Stored)
        .Int64(row => row.Duplicate)
        .Int64(row => row.Rejected)
        .Int64(row => row.Ignored)
        .Int64(row => row.Waiting)
        .Int64(row => row.Unpriced)
        .Int64(row => row.ContentDropped)
        .Int64(row => row.Conflict);
}
