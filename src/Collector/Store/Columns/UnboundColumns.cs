using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_unbound.sql</c>.</summary>
internal static class UnboundColumns
{
    public static ColumnSet<Operation> DueAt(DateTime due) => KeyColumns.Of<Operation>(row => row.Key)
        .Timestamp(_ => due)
        .Bool(row => row.Compaction is not null)
        .Int32(row => row.Compaction?.Before)
        .Int32(row => row.Compaction?.After);
}
