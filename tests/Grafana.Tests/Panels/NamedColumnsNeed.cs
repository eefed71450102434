namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Overrides name columns that are there; series of a label column come and go with the data and are left out.</summary>
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
