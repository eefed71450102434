namespace Tidemark.Collector.Query.Lists;

/// <summary>What a filter takes.</summary>
internal enum FilterKind
{
    /// <summary>Any number of texts; a row passes with one of them.</summary>
    Texts,

    /// <summary>Any number of whole numbers; likewise.</summary>
    Integers,

    /// <summary>One moment, ISO 8601; without an offset it is UTC.</summary>
    Time,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,
}
