using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A tile shows one value: a number, or a text when it is told to show all fields.</summary>
internal sealed class SingleValueNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["stat", "gauge"];

    public IEnumerable<string> Missing(PanelData data)
    {
        var showsTexts = data.Panel.Options.At("reduceOptions").Text("fields") == "/.*/";
        var shown = data.Fields.Where(field => field.Kind == FieldKind.Number || (showsTexts && field.Kind == FieldKind.Text)).ToArray();
        if (shown.Length != 1)
            yield return $"shows one value but has {shown.Length} fields to show";
        if (data.Frames.Values.Any(frame => frame.Rows != 1))
            yield return "shows the last of several rows";
    }
}
