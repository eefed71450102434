using System.IO.Pipelines;
using Npgsql;
using Tidemark.Collector.Query.Lists;

namespace Tidemark.Collector.Query.Formats;

/// <summary>One way of writing a list's rows as they come from the database.</summary>
internal interface IRowFormat : IDisposable
{
    string ContentType { get; }

    /// <summary>File name's ending when the answer is meant to be kept; null = it is not.</summary>
    string? Extension { get; }

    void Begin(PipeWriter output, IReadOnlyList<Column> columns);

    void Row(PipeWriter output, IReadOnlyList<Column> columns, NpgsqlDataReader row);

    /// <param name="output">The answer's body.</param>
    /// <param name="next">Where the next page begins; null = this was the last.</param>
    void End(PipeWriter output, Cursor? next);
}
