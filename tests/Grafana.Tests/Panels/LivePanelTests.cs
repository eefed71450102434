using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Publish.Grafana;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Testing.Live;

namespace Tidemark.Grafana.Tests.Panels;

/// <summary>Fields that panels read from Grafana Live exist in the collector's measurements.</summary>
public sealed class LivePanelTests
{
    private static readonly DateTime Now = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Panels_OfGrafanaLive_AskForWhatIsPushed()
    {
        var pushed = Pushed().ToDictionary(
            line => $"stream/tidemark/{line.Measurement}", line => line.Fields.Select(field => field.Name).Append("time").ToHashSet());

        var missing = from target in LiveTargets()
                      from field in Fields(target)
                      where !pushed.TryGetValue(target.Channel!, out var fields) || !fields.Contains(field)
                      select $"{target.Channel}: {field}";

        Assert.Empty(missing);
        Assert.Equal(pushed.Keys.Order(), LiveTargets().Select(target => target.Channel).Distinct().Order());
    }

    [Fact]
    public void Panels_OfGrafanaLive_AskForTheTime() => Assert.All(LiveTargets(), target => Assert.Contains("time", Fields(target)));

    [Fact]
    public void Documentation_OfStreams_NamesEachLabelAndField()
    {
        var page = File.ReadAllText(Path.Combine(Shipped.Root, "..", "docs", "grafana.md"));

        Assert.All(Pushed(), line => Assert.Contains(
            $"| `stream/tidemark/{line.Measurement}` |{Cell(line.Tags.Select(tag => tag.Key))}|{Cell(line.Fields.Select(field => field.Name))}|", page,
            StringComparison.Ordinal));
    }

    private static string Cell(IEnumerable<string> names) =>
        $" {string.Join(", ", names.Select(name => $"`{name}`"))} ".Replace("  ", " ", StringComparison.Ordinal);

    private static IEnumerable<Target> LiveTargets() =>
        Shipped.Bundle.Dashboards.SelectMany(dashboard => dashboard.Panels).SelectMany(panel => panel.Targets).Where(target => target.Channel is not null);

    private static IEnumerable<string> Fields(Target target) => target.Json["filter"]!["fields"]!.AsArray().Select(field => field!.GetValue<string>());

    private static IReadOnlyList<LiveLine> Pushed()
    {
        var lines = new LineWriter();
        NumberLines.Write(lines, new CurrentNumbers
        {
            AsOf = Now,
            SessionsActive = 1,
            Operations = 0,
            Errors = 0,
            OperationsPerSecond = 0,
            TokensPerSecond = 0,
            CostPerHour = 0,
            P50Ms = null,
            P95Ms = null,
            P99Ms = null,
            HealthScore = null,
            HealthStatus = null,
        });
        NumberLines.Write(lines, new ModelNumbers("m", 0, 0, 0, 0, null), Now);
        var reported = new SessionEvent { OccurredAt = Now, Type = EventTypes.SessionCreated, Severity = EventSeverity.Info, Message = "m", Data = "{}" };
        new EventLines().Write(lines, [new StreamedEvent(default, Now, reported)]);
        return LineReader.Read(lines.ToString());
    }
}
