using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Numbers and times in a table have units, without which they are hard to read.</summary>
internal sealed class TableNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["table"];

    public IEnumerable<string> Missing(PanelData data) =>
        from field in data.Fields
        where field.Kind is FieldKind.Number or FieldKind.Time
        where !data.Panel.Overrides.Any(rule => rule.Column == field.Name && rule.Property("unit") is not null)
        select $"has the column {field.Name} without a unit";
}
