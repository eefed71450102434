using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>The rollup rows that a series counts in, made once per batch, so that equal rows are the same object.</summary>
internal sealed class ScopeTable
{
    private static readonly Series Whole = new("", "", default, "", "", "", "", "", "", "");

    // What each scope keeps of a series; null = the series has no such dimension.
    private static readonly (RollupScope Scope, Func<Series, Series?> Keep)[] Scopes =
    [
        (RollupScope.All, _ => Whole),
        (RollupScope.Service, series => series.Service.Length == 0 ? null : Whole with { Service = series.Service }),
        (RollupScope.Provider, series => series.Provider.Length == 0 ? null : Whole with { Provider = series.Provider }),
        (RollupScope.Model, series => series.Model.Length == 0 ? null : Whole with { Model = series.Model }),
        (RollupScope.Agent, series => series.Agent.Length == 0 ? null : Whole with { Agent = series.Agent }),
        (RollupScope.Kind, series => series.Kind == default ? null : Whole with { Kind = series.Kind }),
        (RollupScope.Series, series => series),
    ];

    private readonly Dictionary<(Series Series, string? ErrorType), RollupSeries[]> _rows = [];
    private readonly Dictionary<RollupSeries, RollupSeries> _distinct = [];

    /// <summary>Rows of a series' operations, or (<paramref name="errorType"/> set) of its failures of one type.</summary>
    public RollupSeries[] Of(Series series, string? errorType)
    {
        if (_rows.TryGetValue((series, errorType), out var rows)) return rows;
        rows = errorType is null
            ? [.. RowsOf(series)]
            : [Distinct(new RollupSeries(RollupScope.Error, series, errorType))];
        _rows.Add((series, errorType), rows);
        return rows;
    }

    private IEnumerable<RollupSeries> RowsOf(Series series)
    {
        foreach (var (scope, keep) in Scopes)
        {
            if (keep(series) is { } kept) yield return Distinct(new RollupSeries(scope, kept, ""));
        }
    }

    private RollupSeries Distinct(RollupSeries row)
    {
        if (_distinct.TryGetValue(row, out var first)) return first;
        _distinct.Add(row, row);
        return row;
    }
}
