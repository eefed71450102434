using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>The rollup rows that a series counts in, made once per batch, so that equal rows are the same object.</summary>
internal sealed class ScopeTable
{
    private static readonly Series Whole = new("", "", default, "", "", "", "", "", "", "");
    private static readonly RollupSeries All = new(RollupScope.All, Whole, "");

    // The scopes that keep one dimension, with the value they keep; an empty one is none.
    private static readonly (RollupScope Scope, Func<Series, string> ValueOf, Func<Series, Series> Keep)[] Dimensions =
    [
        (RollupScope.Service, series => series.Service, series => Whole with { Service = series.Service }),
        (RollupScope.Provider, series => series.Provider, series => Whole with { Provider = series.Provider }),
        (RollupScope.Model, series => series.Model, series => Whole with { Model = series.Model }),
        (RollupScope.Agent, series => series.Agent, series => Whole with { Agent = series.Agent }),
        (RollupScope.Kind, series => Enum.GetName(series.Kind) ?? "", series => Whole with { Kind = series.Kind }),
    ];

    private readonly Dictionary<(Series Series, string? ErrorType), RollupSeries[]> _rows = [];
    private readonly Dictionary<(RollupScope Scope, string Value), RollupSeries> _dimensions = [];

    /// <summary>Rows of a series' operations, or (<paramref name="errorType"/> set) of its failures of one type.</summary>
    public RollupSeries[] Of(Series series, string? errorType)
    {
        if (_rows.TryGetValue((series, errorType), out var rows)) return rows;
        rows = errorType is null ? RowsOf(series) : [new RollupSeries(RollupScope.Error, series, errorType)];
        _rows.Add((series, errorType), rows);
        return rows;
    }

    private RollupSeries[] RowsOf(Series series)
    {
        var rows = new List<RollupSeries>(Dimensions.Length + 2) { All };
        foreach (var (scope, valueOf, keep) in Dimensions)
        {
            var value = valueOf(series);
            if (value.Length == 0) continue;
            if (!_dimensions.TryGetValue((scope, value), out var row))
            {
                row = new RollupSeries(scope, keep(series), "");
                _dimensions.Add((scope, value), row);
            }

            rows.Add(row);
        }

        rows.Add(new RollupSeries(RollupScope.Series, series, ""));
        return [.. rows];
    }
}
