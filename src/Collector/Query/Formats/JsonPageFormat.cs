using System.IO.Pipelines;
using System.Text.Json;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>Writes one page as a JSON object.</summary>
internal sealed class JsonPageFormat : IRowFormat
{
    private Utf8JsonWriter? _json;

    public string ContentType => "application/json";

    public string? Extension => null;

    public void Begin(PipeWriter output, IReadOnlyList<Column> columns)
    {
        _json = new Utf8JsonWriter(output);
        _json.WriteStartObject();
        _json.WriteStartArray("items"u8);
    }

    public void Row(PipeWriter output, IReadOnlyList<Column> columns, NpgsqlDataReader row)
    {
        JsonCells.WriteObject(_json!, columns, row);
        _json!.Flush();
    }

    public void End(PipeWriter output, Cursor? next)
    {
        _json!.WriteEndArray();
        _json.WriteString("next"u8, next?.ToString());
        _json.WriteEndObject();
        _json.Flush();
    }

    public void Dispose() => _json?.Dispose();
}
