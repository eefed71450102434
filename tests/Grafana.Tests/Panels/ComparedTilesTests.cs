using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Queries;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Tiles show a change only if data covers the whole preceding period.</summary>
[Collection(NumberCollection.Name)]
public sealed class ComparedTilesTests(SteadyDatabase steady, WideDatabase wide)
{
    public static TheoryData<string> Titles => ["Ops in range", "Cost in range", "Calls in range", "Tokens (range)", "New sessions"];

    [Fact]
    public async Task Totals_OfThePeriodBefore_AreThoseOfItsOwn()
    {
        await using var command = wide.Reader.CreateCommand(
            """
            SELECT c.operations = s.operations AND c.errors = s.errors AND abs(c.cost_usd - s.cost_usd) < 0.000001
            FROM (SELECT date_trunc('hour', now()) AS hour) at
            CROSS JOIN LATERAL tidemark.compared_totals(at.hour - interval '6 hours', at.hour) c
            CROSS JOIN LATERAL tidemark.stats(at.hour - interval '12 hours', at.hour - interval '6 hours') s
            WHERE c.period = 'before'
            """);

        Assert.Equal(true, await command.ExecuteScalarAsync());
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Change_OfAPeriodWithinTheData_IsShown(string title)
    {
        var before = await Tiles.BeforeAsync(Asker.ForAll(wide.Reader, WideDatabase.Session), Find(title), TimeSpan.FromHours(8));

        // No session started in the eight hours before the last eight, because users continue their sessions all day.
        if (title == "New sessions") Assert.Equal(double.PositiveInfinity, before);
        else Assert.InRange(before!.Value, 0.1, double.MaxValue);
    }

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Change_OfAPeriodThatDataDoesNotReach_IsNotShown(string title)
    {
        Assert.Equal(double.PositiveInfinity, await Tiles.BeforeAsync(Asker.ForAll(wide.Reader, WideDatabase.Session), Find(title), TimeSpan.FromHours(15)));
        Assert.Equal(double.PositiveInfinity, await Tiles.BeforeAsync(Asker.ForAll(steady.Reader, "s-0"), Find(title), TimeSpan.FromMinutes(15)));
    }

    [Fact]
    public void Tiles_WithAChange_AreOfTheMainDashboards() =>
        Assert.Equal(
            ["tidemark-cost", "tidemark-models", "tidemark-overview", "tidemark-users"],
            Tiles.All.Where(tile => tile.Options.Flag("showPercentChange")).Select(tile => tile.Dashboard.Uid).Distinct().Order(StringComparer.Ordinal));

    private static Panel Find(string title) =>
        Tiles.All.First(tile => tile.Title == title && tile.Origin.Queries.Single().Sql.Contains("compared_totals", StringComparison.Ordinal));
}
