using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Numbers over a time.</summary>
internal sealed class TimeSeriesNeed : IPanelNeed
{
    private const int MostSeries = 60;

    public IReadOnlyList<string> Types { get; } = ["timeseries"];

    public IEnumerable<string> Missing(PanelData data)
    {
        if (data.Frames.Values.Any(frame => frame.Find("Time") is not { Kind: FieldKind.Time }))
            yield return "needs a time column";
        if (!data.Numbers.Any())
            yield return "needs a number column";
        if (data.Numbers.Count() > MostSeries)
            yield return $"draws {data.Numbers.Count()} series, more than can be distinguished";
    }
}
