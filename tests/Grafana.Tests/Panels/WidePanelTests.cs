using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Queries;
using Tidemark.Grafana.Tests.Source;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Every panel with a day of thirty services: a limited number of lines and nodes, and sums over everything.</summary>
[Collection(NumberCollection.Name)]
public sealed class WidePanelTests(WideDatabase wide)
{
    private const int MostLines = 9;
    private const int MostNodes = 13;

    private static readonly TimeSpan Day = TimeSpan.FromHours(24);

    private static readonly Dictionary<string, Panel> All =
        Shipped.Bundle.Panels.Where(panel => panel.Queries.Any()).ToDictionary(panel => $"{panel.Dashboard.Uid}: {panel.Where}", StringComparer.Ordinal);

    public static TheoryData<string> Panels => [.. All.Keys];

    [Theory]
    [MemberData(nameof(Panels))]
    public async Task Panel_OfThirtyServices_StaysReadable(string name)
    {
        var panel = All[name];
        var asker = Asker.ForAll(wide.Reader, WideDatabase.Session);
        foreach (var target in panel.Targets.Where(target => target.Sql is not null))
        {
            var frame = await asker.AskAsync(
                panel.Dashboard, new SqlQuery(panel.Dashboard.File.Path, panel.Where, SqlSource.Panel, target.Sql!, target.Format), Day);
            if (panel.Type == "timeseries")
                Assert.True(frame.Of(FieldKind.Number).Count() <= MostLines, $"{name} draws {frame.Of(FieldKind.Number).Count()} lines");
            if (target.RefId == "nodes")
                Assert.InRange(frame.Rows, 2, MostNodes);
            if (panel.Type is "piechart" or "bargauge")
                Assert.InRange(frame.Rows, 0, 10);
        }
    }

    [Fact]
    public async Task Bottlenecks_OfThirtyServices_CountEachCall()
    {
        var panel = All.Values.Single(panel => panel.Title == "Bottlenecks");

        var frame = await Asker.ForAll(wide.Reader, WideDatabase.Session).AskAsync(panel.Dashboard, panel.Queries.Single(), Day);

        Assert.Equal(WideTraffic.Models + 11 + 20, frame.Rows);
        Assert.Equal(3.0 * WideTraffic.Services * WideTraffic.CallsPerService, frame.Find("Calls")!.Values.Sum(value => (double)value!));
        Assert.Equal(1, frame.Find("Share")!.Values.Sum(value => (double)value!), 6);
    }
}
