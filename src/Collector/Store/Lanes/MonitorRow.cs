using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>monitors</c>, by the table's column order.</summary>
internal static class MonitorRow
{
    public static MonitorState Read(NpgsqlDataReader row) => new(
        new MonitorKey((MonitorKind)row.GetInt16(0), row.GetString(1), row.GetString(2), row.GetString(3)),
        row.GetInt32(6),
        row.GetBoolean(7),
        row.GetString(8),
        row.GetDateTime(9),
        row.GetInt64(5));
}
