using System.Globalization;
using Npgsql;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Expansion;

namespace Tidemark.Grafana.Tests.Source;

/// <summary>Processes a query as Grafana's PostgreSQL data source does: expands it, runs it, and converts rows to a frame.</summary>
internal sealed class PostgresSource(NpgsqlDataSource database)
{
    /// <exception cref="SourceException">The result does not suit the format.</exception>
    /// <exception cref="MacroException">A macro cannot be expanded.</exception>
    /// <exception cref="PostgresException">PostgreSQL refuses the query.</exception>
    public async Task<Frame> QueryAsync(string sql, string format, TimeRange range, TimeSpan interval)
    {
        var expanded = MacroExpander.Expand(sql, range, interval);
        var table = await ReadAsync(expanded.Sql);
        if (table.Rows == 0)
            return Frame.Empty;

        var frame = TimeColumn.Convert(table);
        return format == SqlQuery.TimeSeries ? LongSeries.ToWide(frame) : frame;
    }

    private async Task<Frame> ReadAsync(string sql)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var columns = Enumerable.Range(0, reader.FieldCount).Select(_ => new List<object?>()).ToArray();
        var kinds = Enumerable.Range(0, reader.FieldCount).Select(i => FieldKinds.Of(reader.GetDataTypeName(i))).ToArray();
        while (await reader.ReadAsync())
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Add(reader.IsDBNull(i) ? null : Value(reader.GetValue(i), kinds[i]));
        }

        return new Frame([.. columns.Select((values, i) => new Field(reader.GetName(i), kinds[i], values))]);
    }

    private static object Value(object value, FieldKind kind) => kind switch
    {
        FieldKind.Number => Convert.ToDouble(value, CultureInfo.InvariantCulture),
        FieldKind.Time => DateTime.SpecifyKind((DateTime)value, DateTimeKind.Utc),
        FieldKind.Boolean => value,
        _ => value is Array list ? string.Join(',', list.Cast<object?>()) : Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
