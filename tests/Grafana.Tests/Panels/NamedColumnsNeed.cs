namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Overrides name existing columns; series of a label column depend on data and are not checked.</summary>
internal sealed class NamedColumnsNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<string> Missing(PanelData data) =>
        data.Fields.Any(field => field.Labels.Count > 0)
            ? []
            : from column in data.Panel.Overrides.Select(rule => rule.Column).OfType<string>()
              where !data.Has(column)
              select $"has an override for {column}, which is no column";
}
