namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Nothing is infinite or not a number, but for what a tile has of the period before.</summary>
internal sealed class FiniteNumbers : IPanelTruth
{
    public IEnumerable<string> Broken(PanelData data, TimeSpan range) =>
        from field in data.Shown
        from value in (data.Panel.IsTile ? field.Values.TakeLast(1) : field.Values).OfType<double>()
        where !double.IsFinite(value)
        select $"shows {value} as {field.Name}";
}
