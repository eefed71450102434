using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>One bar or slice per row: a text column for the name, a number column for the size.</summary>
internal sealed class NamedValuesNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["bargauge", "piechart"];

    public IEnumerable<string> Missing(PanelData data)
    {
        if (data.Fields.Count(field => field.Kind == FieldKind.Text) != 1 || data.Numbers.Count() != 1)
            yield return "needs one text and one number column";
    }
}
