using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Every panel's data suits its type.</summary>
[Collection(FilledCollection.Name)]
public sealed class PanelTests(FilledDatabase filled)
{
    private static readonly Dictionary<string, Panel> All =
        Shipped.Bundle.Panels.Where(panel => panel.Origin.Queries.Any()).ToDictionary(panel => $"{panel.Dashboard.Uid}: {panel.Where}", StringComparer.Ordinal);

    public static TheoryData<string> Panels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Panels))]
    public async Task Panel_OnAFilledDatabase_GetsTheShapeItNeeds(string name)
    {
        var data = await PanelData.AskAsync(Asker.ForAll(filled.Reader, FilledDatabase.Session), All[name]);

        Assert.Empty(PanelNeeds.Missing(data));
    }
}
