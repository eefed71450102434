using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Queries;
using Tidemark.Grafana.Tests.Source;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Every panel with its data, as its type needs it.</summary>
[Collection(FilledCollection.Name)]
public sealed class PanelTests(FilledDatabase filled)
{
    private static readonly Dictionary<string, Panel> All =
        Shipped.Bundle.Panels.Where(panel => panel.Queries.Any()).ToDictionary(panel => $"{panel.Dashboard.Uid}: {panel.Where}", StringComparer.Ordinal);

    public static TheoryData<string> Panels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Panels))]
    public async Task Panel_OnAFilledDatabase_GetsTheShapeItNeeds(string name)
    {
        var panel = All[name];
        var asker = Asker.ForAll(filled.Reader, FilledDatabase.Session);
        var frames = new Dictionary<string, Frame>(StringComparer.Ordinal);
        foreach (var target in panel.Targets.Where(target => target.Sql is not null))
        {
            var query = new SqlQuery(panel.Dashboard.File.Path, panel.Where, SqlSource.Panel, target.Sql!, target.Format);
            frames[target.RefId] = await asker.AskAsync(panel.Dashboard, query);
        }

        Assert.Empty(PanelNeeds.Missing(new PanelData(panel, frames)));
    }
}
