using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Rollups;

/// <summary>The rollup rows that a series counts in, created once per merge, so that equal rows are the same object.</summary>
internal sealed class ScopeTable
{
    private static readonly Series Whole = new("", "", default, "", "", "", "", "", "", "");
    private static readonly RollupSeries All = new(RollupScope.All, Whole);

    // The scopes with a single dimension, and the value they keep.
    private static readonly (RollupScope Scope, Func<Series, string> ValueOf, Func<Series, Series> Keep)[] Dimensions =
    [
        (RollupScope.Service, series => series.Service, series => Whole with { Service = series.Service }),
        (RollupScope.Provider, series => series.Provider, series => Whole with { Provider = series.Provider }),
        (RollupScope.Model, series => series.Model, series => Whole with { Model = series.Model }),
        (RollupScope.Agent, series => series.Agent, series => Whole with { Agent = series.Agent }),
        (RollupScope.Kind, series => Enum.GetName(series.Kind) ?? "", series => Whole with { Kind = series.Kind }),
        (RollupScope.Environment, series => series.Environment, series => Whole with { Environment = series.Environment }),
        (RollupScope.Operation, series => series.Operation, series => Whole with { Operation = series.Operation }),
        (RollupScope.Workflow, series => series.Workflow, series => Whole with { Workflow = series.Workflow }),
        (RollupScope.Tool, series => series.Tool, series => Whole with { Tool = series.Tool }),
        (RollupScope.Dependency, series => series.Dependency, series => Whole with { Dependency = series.Dependency }),
    ];

    private readonly Dictionary<RollupSeries, RollupSeries[]> _rows = [];
    private readonly Dictionary<(RollupScope Scope, string Value), RollupSeries> _dimensions = [];

    /// <summary>Returns the rows for the operations of a series, for its failures of one type, or for its runs called by one agent.</summary>
    public RollupSeries[] Of(RollupSeries series)
    {
        if (_rows.TryGetValue(series, out var rows)) return rows;
        rows = series.Scope switch
        {
            // Rollups by payer are kept in addition to the other scopes.
            _ when series.Payer is not null => [.. Of(series.WithoutPayer()), series],
            RollupScope.Error => [series, Row(RollupScope.ErrorType, series.ErrorType, Whole, series.ErrorType)],
            RollupScope.Caller => [series],
            _ => RowsOf(series),
        };
        _rows.Add(series, rows);
        return rows;
    }

    private RollupSeries[] RowsOf(RollupSeries whole)
    {
        var series = whole.Series;
        var rows = new List<RollupSeries>(Dimensions.Length + 2) { All };
        foreach (var (scope, valueOf, keep) in Dimensions)
        {
            var value = valueOf(series);
            // An operation without a tool does not count for tools; one without an environment still counts for environments.
            if (value.Length == 0 && scope != RollupScope.Environment) continue;
            rows.Add(_dimensions.TryGetValue((scope, value), out var known) ? known : Row(scope, value, keep(series), ""));
        }

        rows.Add(whole);
        return [.. rows];
    }

    private RollupSeries Row(RollupScope scope, string value, Series kept, string errorType)
    {
        if (_dimensions.TryGetValue((scope, value), out var row)) return row;
        row = new RollupSeries(scope, kept, errorType);
        _dimensions.Add((scope, value), row);
        return row;
    }
}
