using System.Text;
using Npgsql;

namespace Tidemark.Collector.Query.Lists;

/// <summary>
/// Builds the SELECT of a list. The text consists of constants of the definition only; everything sent by a client is a parameter.
/// The list's columns are followed by the row's sort value and key, as text, for the cursor.
/// </summary>
internal static class ListSql
{
    private const string AfterValue = "after_value";
    private const string AfterKey = "after_key";
    private const string Limit = "limit_rows";

    /// <param name="request">The query.</param>
    /// <param name="limit">Maximum number of rows; null = all.</param>
    /// <param name="connection">The connection.</param>
    public static NpgsqlCommand Command(ListRequest request, int? limit, NpgsqlConnection connection)
    {
        var list = request.List;
        var direction = request.Descending ? "DESC" : "ASC";
        var sql = new StringBuilder("SELECT ")
            .AppendJoin(", ", list.Columns.Select(Read))
            .Append($", ({request.Sort.Expression})::text AS sort_value, ({list.Key.Expression})::text AS sort_key FROM {list.View}");
        var command = new NpgsqlCommand { Connection = connection };

        var conditions = new List<string>();
        foreach (var (filter, value) in request.Filters)
        {
            conditions.Add(filter.Condition);
            command.Parameters.AddWithValue(filter.Name, value);
        }

        if (request.After is { } after)
        {
            var comparison = request.Descending ? '<' : '>';
            conditions.Add(
                $"({request.Sort.Expression}, {list.Key.Expression}) {comparison} (@{AfterValue}::{request.Sort.Type}, @{AfterKey}::{list.Key.Type})");
            command.Parameters.AddWithValue(AfterValue, after.Value);
            command.Parameters.AddWithValue(AfterKey, after.Key);
        }

        if (conditions.Count > 0) sql.Append(" WHERE ").AppendJoin(" AND ", conditions);
        sql.Append($" ORDER BY {request.Sort.Expression} {direction}, {list.Key.Expression} {direction}");
        if (limit is { } rows)
        {
            sql.Append($" LIMIT @{Limit}");
            command.Parameters.AddWithValue(Limit, rows);
        }

        command.CommandText = sql.ToString();
        return command;
    }

    // Money and ratios as doubles: a numeric may have more digits than JSON parsers support.
    private static string Read(Column column) => column.Kind == ColumnKind.Number ? $"{column.Name}::float8" : column.Name;
}
