using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Applies a source's limits to values that an operation takes from another report, such as an agent's name for the calls below it.</summary>
internal static class LimitedSeries
{
    /// <summary>Determines the rolled-up series of each operation whose series differs from the reported one.</summary>
    public static void Apply(TraceGraph graph)
    {
        List<Operation> limited = [.. graph.Nodes.Select(node => node.Reported).Where(operation => operation.Limited is not null)];
        if (limited.Count == 0) return;
        var beyond = limited
            .Where(operation => !IsWhole(operation.CountedAs))
            .SelectMany(operation => SeriesDimension.All
                .Where(dimension => dimension.Of(operation.CountedAs) == Series.Overflow)
                .Select(dimension => (dimension.Name, Value: dimension.Of(operation.Series))))
            .ToHashSet();
        foreach (var node in graph.Nodes)
        {
            var (reported, effective) = (node.Reported, node.Effective);
            if (reported.Series == effective.Series) continue;
            var counted = reported.Limited is { } whole && IsWhole(whole) ? whole with { Kind = effective.Series.Kind } : Limit(effective.Series, beyond);
            node.Effective = effective with { Limited = counted == effective.Series ? null : counted };
        }
    }

    /// <summary>The rolled-up form of a report, from the stored operation: a value that it did not report is within the limits.</summary>
    public static Operation Restore(Operation reported, Operation stored)
    {
        if (stored.Limited is not { } limited || IsWhole(limited)) return reported;
        foreach (var dimension in SeriesDimension.All)
        {
            var value = dimension.Of(reported.Series);
            if (value != dimension.Of(stored.Series)) limited = dimension.With(limited, value);
        }

        limited = limited with { Kind = reported.Series.Kind };
        return reported with { Limited = limited == reported.Series ? null : limited };
    }

    // The limit of series is exceeded; each single value may still be within its own limit.
    private static bool IsWhole(Series series) => SeriesDimension.All.All(dimension => dimension.Of(series) == Series.Overflow);

    private static Series Limit(Series series, HashSet<(string Dimension, string Value)> beyond)
    {
        foreach (var dimension in SeriesDimension.All)
        {
            if (beyond.Contains((dimension.Name, dimension.Of(series)))) series = dimension.With(series, Series.Overflow);
        }

        return series;
    }
}
