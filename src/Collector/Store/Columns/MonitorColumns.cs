using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Monitors;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>read_monitors.sql</c> and <c>write_monitors.sql</c>.</summary>
internal static class MonitorColumns
{
    public static readonly ColumnSet<MonitorKey> Keys = new ColumnSet<MonitorKey>()
        .Int16(key => (short)key.Kind, "kind")
        .Text(key => key.Service, "service")
        .Text(key => key.Environment, "environment")
        .Text(key => key.Subject, "subject")
        .Int16(key => Sharding.Of(key.Subject), "shard");

    public static readonly ColumnSet<MonitorState> All = new ColumnSet<MonitorState>()
        .Int16(row => (short)row.Key.Kind, "kind")
        .Text(row => row.Key.Service, "service")
        .Text(row => row.Key.Environment, "environment")
        .Text(row => row.Key.Subject, "subject")
        .Int16(row => Sharding.Of(row.Key.Subject), "shard")
        .Key()
        .Int64(row => row.Revision + 1, "revision")
        .Int32(row => row.Streak, "streak")
        .Bool(row => row.IsRaised, "is_raised")
        .Text(row => row.Value, "value")
        .Timestamp(row => row.LastAt, "last_at");
}
