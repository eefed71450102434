using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A bar or a slice per row: one text names it, one number sizes it.</summary>
internal sealed class NamedValuesNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["bargauge", "piechart"];

    public IEnumerable<string> Missing(PanelData data)
    {
        if (data.Fields.Count(field => field.Kind == FieldKind.Text) != 1 || data.Numbers.Count() != 1)
            yield return "needs one text and one number column";
    }
}
