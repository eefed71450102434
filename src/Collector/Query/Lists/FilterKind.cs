namespace Tidemark.Collector.Query.Lists;

/// <summary>Type of a filter's values.</summary>
internal enum FilterKind
{
    /// <summary>Any number of strings; a row must match one of them.</summary>
    Texts,

    /// <summary>Any number of integers; a row must match one of them.</summary>
    Integers,

    /// <summary>A time in ISO 8601; UTC if it has no offset.</summary>
    Time,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
