using System.Text;
using Tidemark.Collector.Model.Metrics;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of the metric statements.</summary>
internal static class MetricColumns
{
    public static readonly ColumnSet<MetricPoint> Streams = new ColumnSet<MetricPoint>()
        .Uuid(row => row.Identity, "identity")
        .Timestamp(row => row.StartedAt, "started_at")
        .Int16(row => row.Shard, "shard");

    public static readonly ColumnSet<MetricPoint> Points = new ColumnSet<MetricPoint>()
        .Uuid(row => row.Identity, "identity")
        .Timestamp(row => row.StartedAt, "started_at")
        .Timestamp(row => row.Time, "\"time\"")
        .Int16(row => row.Shard, "shard")
        .Key()
        .Text(row => row.Metric, "metric")
        .Text(row => row.Unit, "unit")
        .Text(row => row.Service, "service")
        .Text(row => row.Environment, "environment")
        .Jsonb(row => row.Attributes.IsEmpty ? "{}" : Encoding.UTF8.GetString(row.Attributes.Span), "attributes")
        .Float8(row => row.Value, "value")
        .Int64(row => row.Count, "count")
        .Float8(row => row.Sum, "sum");

    public static readonly ColumnSet<MetricStreamState> States = new ColumnSet<MetricStreamState>()
        .Uuid(row => row.Identity, "identity")
        .Timestamp(row => row.StartedAt, "started_at")
        .Int16(row => row.Shard, "shard")
        .Key()
        .Int64(row => row.Revision + 1, "revision")
        .Timestamp(row => row.LastAt, "last_at")
        .Float8(row => row.Value, "value")
        .Int64(row => row.Count, "count")
        .Float8(row => row.Sum, "sum");
}
