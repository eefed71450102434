using System.IO.Pipelines;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>An output format for the rows of a list.</summary>
internal interface IRowFormat : IDisposable
{
    string ContentType { get; }

    /// <summary>File extension for downloads; null = the response is not a download.</summary>
    string? Extension { get; }

    void Begin(PipeWriter output, IReadOnlyList<Column> columns);

    void Row(PipeWriter output, IReadOnlyList<Column> columns, NpgsqlDataReader row);

    /// <param name="output">The response body.</param>
    /// <param name="next">Cursor of the next page; null = this was the last one.</param>
    void End(PipeWriter output, Cursor? next);
}
