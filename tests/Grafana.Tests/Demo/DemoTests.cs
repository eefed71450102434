using System.Globalization;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Tests.Alerting;
using Tidemark.Grafana.Tests.Databases;
using Tidemark.Grafana.Tests.Panels.Truths;
using Tidemark.Grafana.Tests.Queries;
using Tidemark.Testing;
using Xunit.Abstractions;

namespace Tidemark.Grafana.Tests.Demo;

/// <summary>The dashboards ten minutes after <c>./dev up</c>.</summary>
public sealed class DemoTests(DemoDatabase demo, ITestOutputHelper output) : IClassFixture<DemoDatabase>
{
    [Fact]
    public async Task Panels_AfterTheDemo_HaveRowsOrAReason()
    {
        var asker = Asker.ForAll(demo.Reader, demo.Session);
        var report = new List<string>();
        var unexplained = new List<string>();
        foreach (var panel in Shipped.Bundle.Panels.Where(panel => panel.Targets.Any(target => target.Sql is not null)))
        {
            var rows = await RowsAsync(asker, panel);
            var title = panel.Title;
            var name = $"{panel.Dashboard.Uid}: {title}";
            var reason = rows > 0 ? null : EmptyPanels.ReasonOf(panel.Dashboard.Uid, title);
            report.Add(string.Create(CultureInfo.InvariantCulture, $"{name} | {(rows > 0 ? $"{rows} rows" : reason ?? "EMPTY")}"));
            if (rows == 0 && reason is null) unexplained.Add(name);
        }

        output.WriteLine(string.Join('\n', report));
        if (System.Environment.GetEnvironmentVariable("TIDEMARK_DEMO_REPORT") is { Length: > 0 } file) await File.WriteAllLinesAsync(file, report);
        Assert.Empty(unexplained);
    }

    [Fact]
    public void Reasons_ForEmptyPanels_NamePanels() =>
        Assert.Empty(EmptyPanels.Names.Except(Shipped.Bundle.Panels.Select(panel => $"{panel.Dashboard.Uid}: {panel.Title}")));

    [Fact]
    public async Task Panels_AfterTheDemo_ShowNothingThatCannotBe()
    {
        var broken = await PanelTruths.BrokenAsync(demo.Reader, demo.Session, TimeSpan.FromMinutes(15));

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Fact]
    public async Task Panels_AfterTheDemo_AreWhatTheOperationsAddUpTo()
    {
        var wrong = await PlainNumbers.WrongAsync(demo.Reader, demo.Session, TimeSpan.FromMinutes(15));

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Operations_SentByEachFleet_AreStored()
    {
        // Log events of calls wait up to a minute for a span of the same call.
        foreach (var (service, sent) in demo.Sent)
        {
            var query = $"SELECT count(*) FROM tidemark.operations WHERE service = '{service}'";
            Assert.Equal(sent, await Eventually.GetAsync(() => NumberAsync(query), stored => stored >= sent, TimeSpan.FromMinutes(2), what: service));
        }
    }

    // The demo runs ten times faster here, so rules about rates and durations would see ten times as much.
    [Theory]
    [InlineData("cache-baseline")]
    [InlineData("cost-baseline")]
    [InlineData("error-baseline")]
    [InlineData("label-overflow")]
    [InlineData("no-data")]
    [InlineData("quarantine")]
    [InlineData("rejected-items")]
    [InlineData("rollup-drift")]
    [InlineData("unpriced-model")]
    public async Task Rule_OnTheDemo_IsQuiet(string name)
    {
        var rule = Shipped.Bundle.AlertRules.Single(rule => rule.Uid == $"tidemark-{name}");

        Assert.Empty((await new RuleEvaluator(demo.Reader).EvaluateAsync(rule, TimeProvider.System.GetUtcNow())).Firing);
    }

    [Theory]
    [InlineData("session_created")]
    [InlineData("session_ended")]
    [InlineData("model_switched")]
    [InlineData("context_threshold")]
    [InlineData("context_compacted")]
    [InlineData("operation_failed")]
    [InlineData("service_down")]
    [InlineData("service_up")]
    [InlineData("persistence_fallback")]
    [InlineData("persistence_restored")]
    public async Task Events_OfTheDemo_HaveEachType(string type) =>
        Assert.True(await NumberAsync($"SELECT count(*) FROM tidemark.session_events WHERE event_type = '{type}'") > 0, type);

    [Theory]
    [InlineData("SELECT count(DISTINCT environment) FROM tidemark.operations", 3)]
    [InlineData("SELECT count(DISTINCT service) FROM tidemark.operations", 4)]
    [InlineData("SELECT count(DISTINCT labels ->> 'team') FROM tidemark.operations", 3)]
    [InlineData("SELECT count(DISTINCT user_id) FROM tidemark.sessions", 10)]
    [InlineData("SELECT count(DISTINCT workflow) FROM tidemark.operations WHERE kind = 'workflow' AND is_error", 1)]
    [InlineData("SELECT count(DISTINCT tool) FROM tidemark.operations WHERE service = 'claude-code'", 4)]
    [InlineData("SELECT count(DISTINCT metric) FROM tidemark.metric_points WHERE metric LIKE 'claude_code.%'", 7)]
    public async Task Data_OfTheDemo_IsManifold(string sql, long least) => Assert.InRange(await NumberAsync(sql), least, long.MaxValue);

    private static async Task<int> RowsAsync(Asker asker, Panel panel)
    {
        var rows = 0;
        foreach (var target in panel.Targets.Where(target => target.Sql is not null))
        {
            var frame = await asker.AskAsync(
                panel.Dashboard, new SqlQuery(panel.Dashboard.File.Path, panel.Where, SqlSource.Panel, target.Sql!, target.Format));
            // A row without any value counts as empty, also if it has a time.
            var columns = frame.Fields.Where(field => field.Name != "time").ToArray();
            rows += Enumerable.Range(0, frame.Rows).Count(row => columns.Any(field => field.Values[row] is not null));
        }

        return rows;
    }

    private async Task<long> NumberAsync(string sql)
    {
        await using var command = demo.Reader.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
