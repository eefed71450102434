using Tidemark.Collector.Model.Metrics;

namespace Tidemark.Collector.Derive;

/// <summary>
/// Converts cumulative totals to increments, so that they can be summed over any range. Handles restarts (a new start time, or a
/// total that falls), several processes (different start times), and points that arrive late or twice.
/// </summary>
/// <remarks>OpenTelemetry metrics data model, "Resets and gaps" and "Cumulative streams: handling unknown start time".</remarks>
internal static class MetricFold
{
    /// <param name="states">States of the cumulative streams among the points, if they exist.</param>
    /// <param name="points">Points in any order.</param>
    public static (IReadOnlyList<MetricPoint> Points, IReadOnlyList<MetricStreamState> States) Apply(
        IReadOnlyList<MetricStreamState> states,
        IReadOnlyList<MetricPoint> points)
    {
        var known = states.ToDictionary(state => (state.Identity, state.StartedAt));
        var changed = new Dictionary<(Guid, DateTime), MetricStreamState>();
        var increments = new List<MetricPoint>(points.Count);
        foreach (var point in points.OrderBy(MetricKey.Of))
        {
            if (!point.IsCumulative)
            {
                increments.Add(point);
                continue;
            }

            var key = (point.Identity, point.StartedAt);
            var last = changed.GetValueOrDefault(key) ?? known.GetValueOrDefault(key);
            increments.Add(Increment(point, last));
            if (last is null || point.Time > last.LastAt) changed[key] = StateOf(point, last);
        }

        return (increments, [.. changed.Values.OrderBy(state => state.Identity).ThenBy(state => state.StartedAt)]);
    }

    private static MetricPoint Increment(MetricPoint point, MetricStreamState? last)
    {
        // The first total of a process whose start is unknown may cover years: it is the baseline, not an increment.
        if (last is null) return point.StartedAt == DateTime.UnixEpoch ? Nothing(point) : point;

        // Late or repeated: already part of a later total that was stored.
        if (point.Time <= last.LastAt) return Nothing(point);

        // A falling total indicates a reset.
        if (point.Value < last.Value || point.Count < last.Count) return point;
        return point with { Value = point.Value - (last.Value ?? 0), Count = point.Count - (last.Count ?? 0), Sum = point.Sum - (last.Sum ?? 0) };
    }

    private static MetricPoint Nothing(MetricPoint point) => point with
    {
        Value = point.Value is null ? null : 0,
        Count = point.Count is null ? null : 0,
        Sum = point.Sum is null ? null : 0,
    };

    private static MetricStreamState StateOf(MetricPoint point, MetricStreamState? last) =>
        new(point.Identity, point.StartedAt, point.Shard, point.Time, point.Value, point.Count, point.Sum, last?.Revision ?? 0);
}
