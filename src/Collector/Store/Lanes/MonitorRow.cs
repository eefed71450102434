using Npgsql;
using Tidemark.Collector.Model.Monitors;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>monitors</c>.</summary>
internal static class MonitorRow
{
    public static MonitorState Read(NpgsqlDataReader row) => new(
        new MonitorKey((MonitorKind)row.Get<short>("kind"), row.Get<string>("service"), row.Get<string>("environment"), row.Get<string>("subject")),
        row.Get<int>("streak"),
        row.Get<bool>("is_raised"),
        row.Get<string>("value"),
        row.Get<DateTime>("last_at"),
        row.Get<long>("revision"));
}
