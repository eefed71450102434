using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>States over time; lanes are split by existing columns.</summary>
internal sealed class StateTimelineNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["state-timeline", "status-history"];

    public IEnumerable<string> Missing(PanelData data)
    {
        if (data.Fields.All(field => field.Kind != FieldKind.Time))
            yield return "needs a time column";

        var lanes = data.Panel.Json.Items("transformations")
            .SelectMany(step => step.At("options").Items("fields"))
            .Select(JsonReading.AsText)
            .OfType<string>()
            .ToArray();
        foreach (var lane in lanes.Where(lane => !data.Has(lane)))
            yield return $"is split by {lane}, which is no column";
        if (data.Fields.Count(field => field.Kind == FieldKind.Text && !lanes.Contains(field.Name)) != 1)
            yield return "needs one state column beside its lanes";
    }
}
