using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>RFC 4180 with a header line. Text that a spreadsheet would interpret as a formula is prefixed with an apostrophe.</summary>
internal sealed class CsvFormat : IRowFormat
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",\r\n");
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r");

    public string ContentType => "text/csv; charset=utf-8; header=present";

    public string? Extension => "csv";

    public void Begin(PipeWriter output, IReadOnlyList<Column> columns) => WriteLine(output, columns.Select(column => column.Name));

    public void Row(PipeWriter output, IReadOnlyList<Column> columns, NpgsqlDataReader row) =>
        WriteLine(output, columns.Select((column, i) => row.IsDBNull(i) ? "" : Quote(TextOf(column.Kind, row, i))));

    public void End(PipeWriter output, Cursor? next)
    {
        // No trailer.
    }

    public void Dispose()
    {
        // No resources.
    }

    private static void WriteLine(PipeWriter output, IEnumerable<string> cells) => Encoding.UTF8.GetBytes(string.Join(',', cells) + "\r\n", output);

    private static string TextOf(ColumnKind kind, NpgsqlDataReader row, int column) => kind switch
    {
        ColumnKind.Integer => row.GetFieldValue<long>(column).ToString(CultureInfo.InvariantCulture),
        ColumnKind.Number => row.GetDouble(column).ToString("R", CultureInfo.InvariantCulture),
        ColumnKind.Boolean => row.GetBoolean(column) ? "true" : "false",
        ColumnKind.Time => row.GetDateTime(column).ToString("O", CultureInfo.InvariantCulture),
        ColumnKind.Date => row.GetFieldValue<DateOnly>(column).ToString("O", CultureInfo.InvariantCulture),
        ColumnKind.Texts => JsonSerializer.Serialize(row.GetFieldValue<string[]>(column), FormatJson.Default.StringArray),
        ColumnKind.Json => row.GetString(column),
        _ => Harmless(row.GetString(column)),
    };

    private static string Harmless(string text) => text.Length > 0 && FormulaStart.Contains(text[0]) ? "'" + text : text;

    private static string Quote(string text) =>
        text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
