using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Derive;

/// <summary>Sums the points of coding agents by hour. Values are increments of points that are new.</summary>
internal static class CodingFold
{
    public static IReadOnlyList<CodingCount> Apply(IEnumerable<MetricPoint> points)
    {
        var counts = new Dictionary<(DateTime, string, string, CodingMark), double>();
        foreach (var point in points)
        {
            foreach (var mark in point.Coding)
            {
                var value = (point.Value ?? point.Sum ?? 0) * mark.Scale;
                if (value == 0 || !double.IsFinite(value)) continue;
                var key = (Hour(point.Time), point.Service, point.Environment, mark with { Scale = 1 });
                counts[key] = counts.GetValueOrDefault(key) + value;
            }
        }

        // In key order, so that transactions never deadlock.
        return [.. counts
            .Select(count => new CodingCount(count.Key.Item1, count.Key.Item2, count.Key.Item3, count.Key.Item4, count.Value))
            .OrderBy(count => count.Hour).ThenBy(count => count.Digest)];
    }

    private static DateTime Hour(DateTime time) => new(time.Ticks - time.Ticks % TimeSpan.TicksPerHour, DateTimeKind.Utc);
}
