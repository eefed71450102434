using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>read_monitors.sql</c> and <c>write_monitors.sql</c>.</summary>
internal static class MonitorColumns
{
    public static readonly ColumnSet<MonitorKey> Keys = new ColumnSet<MonitorKey>()
        .Int16(key => (short)key.Kind)
        .Text(key => key.Service)
        .Text(key => key.Environment)
        .Text(key => key.Subject)
        .Int16(key => Sharding.Of(key.Subject));

    public static readonly ColumnSet<MonitorState> All = new ColumnSet<MonitorState>()
        .Int16(row => (short)row.Key.Kind)
        .Text(row => row.Key.Service)
        .Text(row => row.Key.Environment)
        .Text(row => row.Key.Subject)
        .Int16(row => Sharding.Of(row.Key.Subject))
        .Int64(row => row.Revision + 1)
        .Int32(row => row.Streak)
        .Bool(row => row.IsRaised)
        .Text(row => row.Value)
        .Timestamp(row => row.LastAt);
}
