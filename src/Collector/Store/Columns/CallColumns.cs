using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>claim_calls.sql</c>.</summary>
internal static class CallColumns
{
    public static readonly ColumnSet<Operation> All = new ColumnSet<Operation>()
        .Text(row => row.SessionId ?? "")
        .Int16(row => (short)row.Series.Kind)
        .Text(row => row.CallId)
        .Int16(row => row.Key.Shard)
        .Timestamp(row => row.Key.StartedAt);
}
