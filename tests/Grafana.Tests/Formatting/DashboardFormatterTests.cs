using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Formatting;

namespace Tidemark.Grafana.Tests.Formatting;

public sealed class DashboardFormatterTests
{
    [Fact]
    public void Format_KeysInAnyOrder_ComeInTheFixedOrder()
    {
        var first = BundleReader.ReadJson("""{"panels": [], "zebra": 1, "title": "T", "apple": 2, "uid": "u"}""");
        var second = BundleReader.ReadJson("""{"apple": 2, "uid": "u", "zebra": 1, "panels": [], "title": "T"}""");

        Assert.Equal("{ \"uid\": \"u\", \"title\": \"T\", \"apple\": 2, \"zebra\": 1, \"panels\": [] }\n", DashboardFormatter.Format(first));
        Assert.Equal(DashboardFormatter.Format(first), DashboardFormatter.Format(second));
    }

    [Fact]
    public void Format_NestedValues_SpreadOverLinesAndSmallOnesStayOnOne()
    {
        var dashboard = BundleReader.ReadJson("""{"panels": [{"gridPos": {"x": 0, "h": 4, "w": 3, "y": 0}, "targets": [{"datasource": {"uid": "u"}}]}]}""");

        Assert.Equal(
            """
            {
              "panels": [
                {
                  "gridPos": { "h": 4, "w": 3, "x": 0, "y": 0 },
                  "targets": [
                    { "datasource": { "uid": "u" } }
                  ]
                }
              ]
            }

            """,
            DashboardFormatter.Format(dashboard));
    }

    [Fact]
    public void Format_TextWithQuotesAndSigns_StaysReadable() =>
        Assert.Equal("{ \"query\": \"a > 'b' µ\\n\" }\n", DashboardFormatter.Format(BundleReader.ReadJson("""{"query": "a > 'b' µ\n"}""")));

    [Fact]
    public void Format_ItsOwnOutput_ChangesNothing()
    {
        foreach (var dashboard in Shipped.Bundle.Dashboards)
            Assert.Equal(dashboard.File.Text, DashboardFormatter.Format(dashboard.Json));
    }
}
