namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Nothing is infinite or NaN, except a tile's value of the preceding period.</summary>
internal sealed class FiniteNumbers : IPanelTruth
{
    public IEnumerable<string> Broken(PanelData data, TimeSpan range) =>
        from field in data.Shown
        from value in (data.Panel.IsTile ? field.Values.TakeLast(1) : field.Values).OfType<double>()
        where !double.IsFinite(value)
        select $"shows {value} as {field.Name}";
}
