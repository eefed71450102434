namespace Tidemark.Collector.Query.Lists;

/// <summary>How a list is answered.</summary>
internal enum ListFormat
{
    /// <summary>One page: <c>{"items": [...], "next": cursor or null}</c>.</summary>
    Json,

    /// <summary>Everything, one JSON object a line.</summary>
    Ndjson,

    /// <summary>Everything, RFC 4180.</summary>
    Csv,
}
