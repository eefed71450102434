using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>A tile shows one value of a single row, and for a change the one of the preceding row.</summary>
internal sealed class SingleValueNeed : IPanelNeed
{
    public IReadOnlyList<string> Types { get; } = ["stat", "gauge"];

    public IEnumerable<string> Missing(PanelData data)
    {
        var shown = data.Shown.Where(field => field.Kind is FieldKind.Number or FieldKind.Text).ToArray();
        if (shown.Length != 1)
            yield return $"shows one value but has {shown.Length} fields to show";
        if (data.Frames.Values.Any(frame => frame.Rows != RowsOf(data)))
            yield return "shows the last of several rows";
    }

    private static int RowsOf(PanelData data) =>
        data.Panel.Origin.Queries.Any(query => query.Sql.Contains("tidemark.compared_totals(", StringComparison.Ordinal)) ? 2 : 1;
}
