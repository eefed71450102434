namespace Tidemark.Collector.Query.Lists;

/// <summary>Output format of a list.</summary>
internal enum ListFormat
{
    /// <summary>One page: <c>{"items": [...], "next": cursor or null}</c>.</summary>
    Json,

    /// <summary>All rows, one JSON object per line.</summary>
    Ndjson,

    /// <summary>All rows, RFC 4180.</summary>
    Csv,
}
