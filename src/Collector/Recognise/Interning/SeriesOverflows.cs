using System.Text.Json;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>Names of overflowing dimensions.</summary>
internal static class SeriesOverflows
{
    private static readonly (SeriesOverflow Dimension, string Name)[] Names =
        [.. Enum.GetValues<SeriesOverflow>()
            .Where(dimension => dimension != SeriesOverflow.None)
            .Select(dimension => (dimension, JsonNamingPolicy.SnakeCaseLower.ConvertName(dimension.ToString())))];

    /// <summary>Each of them with its name in logs and metrics.</summary>
    public static IEnumerable<(SeriesOverflow Dimension, string Name)> Each(this SeriesOverflow overflow) =>
        Names.Where(one => overflow.HasFlag(one.Dimension));
}
