using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_coding_counts.sql</c>.</summary>
internal static class CodingColumns
{
    public static ColumnSet<CodingCount> In(short lane) => new ColumnSet<CodingCount>()
        .Timestamp(row => row.Hour, "hour")
        .Uuid(row => row.Digest, "digest")
        .Int16(_ => lane, "slot")
        .Key()
        .Text(row => row.Service, "service")
        .Text(row => row.Environment, "environment")
        .Text(row => row.Mark.Agent, "agent")
        .Text(row => row.Mark.Version, "version")
        .Text(row => row.Mark.Measure, "measure")
        .Text(row => row.Mark.Detail, "detail")
        .Text(row => row.Mark.Actor, "actor")
        .Text(row => row.Mark.Model, "model")
        .Text(row => row.Mark.UserId, "user_id")
        .Jsonb(row => row.Mark.Labels.Length == 0 ? "{}" : row.Mark.Labels, "labels")
        .Float8(row => row.Value, "value");
}
