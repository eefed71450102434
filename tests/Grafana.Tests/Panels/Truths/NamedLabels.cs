using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels.Truths;

/// <summary>Nothing is shown or linked with an empty name: it is null, or a placeholder.</summary>
internal sealed class NamedLabels : IPanelTruth
{
    public IEnumerable<string> Broken(PanelData data, TimeSpan range)
    {
        foreach (var field in data.Fields)
        {
            if (field.Kind == FieldKind.Text && field.Values.Any(value => value is string { Length: 0 }))
                yield return $"has an empty {field.Name}";
            if (field.Labels.Any(label => label.Value.Length == 0))
                yield return $"draws a series without a name as {field.Name}";
        }
    }
}
