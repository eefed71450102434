using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Lanes;

internal static class RowReading
{
    public static string? Text(this NpgsqlDataReader row, string column) => row.Text(row.GetOrdinal(column));

    public static T? Value<T>(this NpgsqlDataReader row, string column)
        where T : struct => row.Value<T>(row.GetOrdinal(column));

    /// <summary>Of a column that is never null.</summary>
    public static T Get<T>(this NpgsqlDataReader row, string column) => row.GetFieldValue<T>(row.GetOrdinal(column));

    public static string? Text(this NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static T? Value<T>(this NpgsqlDataReader row, int column)
        where T : struct => row.IsDBNull(column) ? null : row.GetFieldValue<T>(column);

    /// <summary>A text column and the time column behind it.</summary>
    public static Dated<string>? DatedText(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Dated<string>(row.GetString(column), row.GetDateTime(column + 1));

    /// <summary>Used, max and the time, in three columns.</summary>
    public static Dated<ContextFill>? Fill(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : new Dated<ContextFill>(new ContextFill(row.GetInt32(column), row.Value<int>(column + 1)), row.GetDateTime(column + 2));
}
