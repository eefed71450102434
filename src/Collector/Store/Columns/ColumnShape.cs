namespace Tidemark.Collector.Store.Columns;

/// <summary>How the values of a column are sent to the database.</summary>
internal enum ColumnShape
{
    Single,

    /// <summary>A list of strings, as a literal.</summary>
    Texts,

    /// <summary>A list of numbers: its first and last position in a parameter after all columns.</summary>
    Numbers,
}
