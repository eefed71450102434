namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Counts, durations, tokens and costs are never negative; differences are checked elsewhere.</summary>
internal sealed class NothingNegative : IPanelTruth
{
    public IEnumerable<string> Broken(PanelData data, TimeSpan range) =>
        from field in data.Shown
        from value in field.Values.OfType<double>().Where(value => value < 0).Take(1)
        select $"shows {value} as {field.Name}";
}
