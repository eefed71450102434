namespace Tidemark.Collector.Store.Columns;

/// <summary>A column as SQL writes it, with the type of the array that fills it.</summary>
internal readonly record struct ColumnName(string Text, string Type, ColumnShape Shape)
{
    /// <summary>Whether array elements have a fixed width, so that they are accessed without passing those before them.</summary>
    public bool IsOfFixedWidth => Type is "boolean" or "smallint" or "integer" or "bigint" or "float8" or "date" or "timestamptz" or "uuid";
}
