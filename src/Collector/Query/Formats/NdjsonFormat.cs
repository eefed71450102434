using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>One JSON object per line.</summary>
internal sealed class NdjsonFormat : IRowFormat
{
    private Utf8JsonWriter? _json;

    public string ContentType => "application/x-ndjson; charset=utf-8";

    public string? Extension => "ndjson";

    public void Begin(PipeWriter output, IReadOnlyList<Column> columns) => _json = new Utf8JsonWriter(output);

    public void Row(PipeWriter output, IReadOnlyList<Column> columns, NpgsqlDataReader row)
    {
        JsonCells.WriteObject(_json!, columns, row);
        _json!.Flush();
        _json.Reset(output);
        output.Write("\n"u8);
    }

    public void End(PipeWriter output, Cursor? next)
    {
        // No trailer.
    }

    public void Dispose() => _json?.Dispose();
}
