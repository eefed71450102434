namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>A column of a panel, and the SQL over single operations and sessions that it must equal.</summary>
/// <param name="Panel">Dashboard and title.</param>
/// <param name="Key">The column that names rows; null: the column's sum over all rows and series; <see cref="Newest"/>: its last value.</param>
/// <param name="Column">The column of numbers.</param>
/// <param name="Sql">Rows of name and number; a single number without a key.</param>
internal sealed record PlainNumber(string Panel, string? Key, string Column, string Sql)
{
    public const string Newest = "";

    /// <summary>One number for the whole panel.</summary>
    public bool IsOfAll => Key is null or Newest;

    public override string ToString() => $"{Panel}, {Column}";
}
