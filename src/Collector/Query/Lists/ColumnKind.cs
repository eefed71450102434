namespace Tidemark.Collector.Query.Lists;

/// <summary>How a column is read and written.</summary>
internal enum ColumnKind
{
    Text,
    Integer,
    Number,
    Boolean,

    /// <summary>ISO 8601, UTC.</summary>
    Time,

    /// <summary>A date, <c>2026-03-01</c>.</summary>
    Date,

    /// <summary>An array of strings.</summary>
    Texts,

    /// <summary>Any JSON.</summary>
    Json,
}
