using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A text column for the axis, and number columns.</summary>
internal sealed class BarChartNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["barchart"];

    public IEnumerable<string> Missing(PanelData data)
    {
        var axis = data.Panel.Options.Text("xField");
        if (!data.Fields.Any(field => field.Name == axis && field.Kind == FieldKind.Text))
            yield return $"has the axis {axis}, which is no text column";
        if (!data.Numbers.Any())
            yield return "needs a number column";
    }
}
