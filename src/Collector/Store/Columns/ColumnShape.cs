namespace Tidemark.Collector.Store.Columns;

/// <summary>How a column's value is sent to the database.</summary>
internal enum ColumnShape
{
    Single,

    /// <summary>A list of texts, as a literal.</summary>
    Texts,

    /// <summary>A list of numbers: where it begins and ends in a parameter behind all columns.</summary>
    Numbers,
}
