using System.Text;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of the metric statements.</summary>
internal static class MetricColumns
{
    public static readonly ColumnSet<MetricPoint> Streams = new ColumnSet<MetricPoint>()
        .Uuid(row => row.Identity)
        .Timestamp(row => row.StartedAt)
        .Int16(row => row.Shard);

    public static readonly ColumnSet<MetricPoint> Points = new ColumnSet<MetricPoint>()
        .Uuid(row => row.Identity)
        .Timestamp(row => row.StartedAt)
        .Timestamp(row => row.Time)
        .Int16(row => row.Shard)
        .Text(row => row.Metric)
        .Text(row => row.Unit)
        .Text(row => row.Service)
        .Text(row => row.Environment)
        .Jsonb(row => row.Attributes.IsEmpty ? "{}" : Encoding.UTF8.GetString(row.Attributes.Span))
        .Float8(row => row.Value)
        .Int64(row => row.Count)
        .Float8(row => row.Sum);

    public static readonly ColumnSet<MetricStreamState> States = new ColumnSet<MetricStreamState>()
        .Uuid(row => row.Identity)
        .Timestamp(row => row.StartedAt)
        .Int16(row => row.Shard)
        .Int64(row => row.Revision + 1)
        .Timestamp(row => row.LastAt)
        .Float8(row => row.Value)
        .Int64(row => row.Count)
        .Float8(row => row.Sum);
}
