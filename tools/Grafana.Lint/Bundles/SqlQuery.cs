namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>A query that Grafana sends, with its location.</summary>
/// <param name="File">File of the bundle.</param>
/// <param name="Where">Panel, variable, annotation or rule, for messages.</param>
/// <param name="Source">The kind of sender.</param>
/// <param name="Sql">The text before any substitution.</param>
/// <param name="Format"><c>table</c> or <c>time_series</c>.</param>
internal sealed record SqlQuery(string File, string Where, SqlSource Source, string Sql, string Format)
{
    public const string Table = "table";
    public const string TimeSeries = "time_series";

    public override string ToString() => $"{File}: {Where}";
}
