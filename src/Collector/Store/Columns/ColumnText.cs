using System.Globalization;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Placeholders for lists of columns in a statement's text.</summary>
internal sealed class ColumnText(IReadOnlyList<ColumnName> columns, int keyed)
{
    /// <summary>
    /// Replaces <c>{columns}</c> (names), <c>{key}</c> (those of the key), <c>{rows}</c> (the parameters as a table's rows),
    /// <c>{ordered_rows}</c> (the same with their <c>position</c>), <c>{values}</c> (the values of <c>{rows} AS x</c> by column),
    /// <c>{indexed_rows}</c> and <c>{indexed_values}</c> (the same, faster if most columns have a fixed width),
    /// <c>{excluded}</c> (the assignments of an upsert), <c>{added}</c> (numbers that an upsert adds to those of <c>held</c>) and
    /// <c>{summed}</c> (the same if NULL means zero).
    /// </summary>
    public string Fill(string template) => template
        .Replace("{columns}", Join(columns.Select(column => column.Text)), StringComparison.Ordinal)
        .Replace("{key}", Join(columns.Take(keyed).Select(column => column.Text)), StringComparison.Ordinal)
        .Replace("{rows}", $"unnest({Join(Arrays())}) AS x ({Join(Parts())})", StringComparison.Ordinal)
        .Replace("{ordered_rows}", $"unnest({Join(Arrays())}) WITH ORDINALITY AS x ({Join(Parts())}, position)", StringComparison.Ordinal)
        .Replace("{values}", Join(columns.Select((column, i) => Value(column, i, $"x.{column.Text}_first", $"x.{column.Text}_last"))), StringComparison.Ordinal)
        .Replace("{indexed_rows}", IndexedRows(), StringComparison.Ordinal)
        .Replace("{indexed_values}", Join(columns.Select(IndexedValue)), StringComparison.Ordinal)
        .Replace("{excluded}", Join(columns.Skip(keyed).Select(column => $"{column.Text} = excluded.{column.Text}")), StringComparison.Ordinal)
        .Replace("{added}", Join(Added().Select(column => $"{column.Text} = held.{column.Text} + excluded.{column.Text}")), StringComparison.Ordinal)
        .Replace(
            "{summed}", Join(Added().Select(column => $"{column.Text} = nullif(coalesce(held.{column.Text}, 0) + coalesce(excluded.{column.Text}, 0), 0)")),
            StringComparison.Ordinal);

    private IEnumerable<ColumnName> Added() => columns.Skip(keyed).Where(column => column is { Shape: ColumnShape.Single, Type: "bigint" or "numeric" });

    // The two ends of a list are separate parameters.
    private IEnumerable<string> Parts() => columns.SelectMany(column =>
        column.Shape == ColumnShape.Numbers ? [$"{column.Text}_first", $"{column.Text}_last"] : new[] { column.Text });

    private IEnumerable<string> Arrays() => columns.SelectMany((column, i) =>
        column.Shape == ColumnShape.Numbers ? [Array(column, Parameter(i)), Array(column, Parameter(i) + 1)] : new[] { Array(column, Parameter(i)) });

    private string IndexedRows()
    {
        var others = columns.Select((column, i) => (column, i)).Where(one => !one.column.IsOfFixedWidth).ToList();
        var arrays = others.Select(one => Array(one.column, Parameter(one.i)));
        var names = others.Select(one => one.column.Text);
        return others.Count > 0
            ? $"unnest({Join(arrays)}) WITH ORDINALITY AS x ({Join(names)}, row)"
            : $"generate_subscripts({Array(columns[0], 1)}, 1) AS x (row)";
    }

    private string IndexedValue(ColumnName column, int i) => column.Shape != ColumnShape.Numbers && column.IsOfFixedWidth
        ? Item(column, Parameter(i))
        : Value(column, i, Item(column, Parameter(i)), Item(column, Parameter(i) + 1));

    private string Value(ColumnName column, int i, string first, string last) => column.Shape switch
    {
        ColumnShape.Texts => $"x.{column.Text}::text[]",
        ColumnShape.Numbers => $"({Array(new ColumnName(column.Text, "bigint", ColumnShape.Single), Values(i))})[{first}:{last}]",
        _ => $"x.{column.Text}",
    };

    // Position of a column's first parameter; lists before it have two.
    private int Parameter(int column) => column + 1 + Lists(column);

    // Position of a list's elements: after all columns.
    private int Values(int column) => Parameter(columns.Count) + Lists(column);

    private int Lists(int before) => columns.Take(before).Count(column => column.Shape == ColumnShape.Numbers);

    private static string Array(ColumnName column, int parameter) => string.Create(CultureInfo.InvariantCulture, $"${parameter}::{column.Type}[]");

    private static string Item(ColumnName column, int parameter) => $"({Array(column, parameter)})[x.row]";

    private static string Join(IEnumerable<string> parts) => string.Join(", ", parts);
}
