using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Reads columns by name.</summary>
internal static class RowReading
{
    public static string? Text(this NpgsqlDataReader row, string column)
    {
        var ordinal = row.GetOrdinal(column);
        return row.IsDBNull(ordinal) ? null : row.GetString(ordinal);
    }

    public static T? Value<T>(this NpgsqlDataReader row, string column)
        where T : struct
    {
        var ordinal = row.GetOrdinal(column);
        return row.IsDBNull(ordinal) ? null : row.GetFieldValue<T>(ordinal);
    }

    /// <summary>A column that is never null.</summary>
    public static T Get<T>(this NpgsqlDataReader row, string column) => row.GetFieldValue<T>(row.GetOrdinal(column));

    /// <summary>A text with the time of its event.</summary>
    public static Dated<string>? DatedText(this NpgsqlDataReader row, string column, string at) =>
        row.Text(column) is { } text ? new Dated<string>(text, row.Get<DateTime>(at)) : null;

    /// <summary>The fill of a context window, as stored for sessions and conversations.</summary>
    public static Dated<ContextFill>? Fill(this NpgsqlDataReader row) => row.Value<int>("context_used") is { } used
        ? new Dated<ContextFill>(new ContextFill(used, row.Value<int>("context_max")), row.Get<DateTime>("context_at"))
        : null;

    /// <summary>The dimensions of operations and rollups.</summary>
    public static Series Series(this NpgsqlDataReader row) => new(
        row.Get<string>("service"),
        row.Get<string>("environment"),
        (OperationKind)row.Get<short>("kind"),
        row.Get<string>("operation"),
        row.Get<string>("provider"),
        row.Get<string>("model"),
        row.Get<string>("agent"),
        row.Get<string>("workflow"),
        row.Get<string>("tool"),
        row.Get<string>("dependency"));
}
