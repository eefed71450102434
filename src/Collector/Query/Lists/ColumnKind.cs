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

    /// <summary>A day, <c>2026-03-01</c>.</summary>
    Date,

    /// <summary>A list of texts.</summary>
    Texts,

    /// <summary>Any JSON.</summary>
    Json,
}
