namespace Tidemark.Collector.Store.Columns;

/// <summary>A column as SQL writes it, with the type of the array that fills it.</summary>
internal readonly record struct ColumnName(string Text, string Type, ColumnShape Shape)
{
    /// <summary>Whether an array's value is found by its position alone, without passing those before it.</summary>
    public bool IsOfFixedWidth => Type is "boolean" or "smallint" or "integer" or "bigint" or "float8" or "date" or "timestamptz" or "uuid";
}
