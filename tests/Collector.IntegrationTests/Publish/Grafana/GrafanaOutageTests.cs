using System.Text.RegularExpressions;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Live;

namespace Tidemark.Collector.IntegrationTests.Publish.Grafana;

public sealed class GrafanaOutageTests
{
    private static readonly Dictionary<string, string> ByToken = new() { ["Bearer right"] = "collector" };

    [Theory]
    [InlineData(nameof(StandInMood.Failing), "it answered 500")]
    [InlineData(nameof(StandInMood.Silent), "no answer within")]
    [InlineData(nameof(StandInMood.Cutting), "")]
    public async Task Outage_OfAnyKind_IsReportedOnceAndThenMadeUpFor(string mood, string reason)
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "right"));
        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, 1);
            return grafana.Lines("events").Count > 0;
        });

        grafana.Mood = Enum.Parse<StandInMood>(mood);
        var before = grafana.Requests.Count;
        await EventTable.AddAsync(collector.Database, 700, messageLength: 77);
        // Long enough that pauses have reached their maximum, and the lease was released and acquired again.
        await Eventually.TrueAsync(() => grafana.Requests.Count >= before + 8);
        grafana.Mood = StandInMood.Fine;
        await Eventually.GetAsync(
            () => Task.FromResult(Missed(grafana).Distinct().Count()), reported => reported >= 700, TimeSpan.FromSeconds(60), what: "the events of the outage");

        await Eventually.TrueAsync(() => Count(collector, "Pushing to Grafana Live resumed") > 0);
        // On a busy machine a push may also time out at other times; each reason is logged once per outage, and a reset connection has several.
        var outages = Count(collector, "Pushing to Grafana Live resumed") + 1;
        Assert.InRange(Count(collector, $"Pushing to Grafana Live failed: {reason}"), 1, reason.Length == 0 ? 8 * outages : outages);
        Assert.Equal(Enumerable.Range(1, 700).Select(i => $"s-{i}").Order(), Missed(grafana).Distinct().Order());
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Outage_WrongToken_NamesTheSettingAndNoSecret()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "a-wrong-secret"));

        // The last of these requests may be answered before the first is logged.
        await Eventually.TrueAsync(() => grafana.Requests.Count >= 4 && Count(collector, "it answered 401") > 0);

        Assert.Empty(grafana.Pushes);
        Assert.Equal(1, Count(collector, "Pushing to Grafana Live failed: it answered 401. Check Tidemark:Grafana's token"));
        Assert.DoesNotContain("a-wrong-secret", collector.Process.Output, StringComparison.Ordinal);
    }

    // Slow first, then with an error that would otherwise not be known.
    [Fact]
    public async Task Outage_ReasonChanges_TellsOfEach()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        grafana.Mood = StandInMood.Silent;
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "right"));
        await Eventually.TrueAsync(() => Count(collector, "no answer within") > 0);

        grafana.Mood = StandInMood.Failing;

        await Eventually.TrueAsync(() => Count(collector, "it answered 500") > 0);
        Assert.Equal((1, 1), (Count(collector, "no answer within"), Count(collector, "it answered 500")));
    }

    [Fact]
    public async Task Outage_GrafanaNotThere_CollectsAllTheSame()
    {
        Uri closed;
        await using (var gone = await GrafanaStandIn.StartAsync(ByToken)) closed = gone.Url;
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Grafana:Url"] = closed.ToString() });
        await Eventually.TrueAsync(() => Count(collector, "Pushing to Grafana Live failed") == 1);

        await collector.SendAsync(Tidemark.Testing.Otlp.OtlpProtobuf.Traces(Calls.Inferences(10)));

        await collector.AssertStoredAsync(10, 10 * Calls.TokensEach);
    }

    [Fact]
    public async Task Refusal_OfEventsAlone_LeavesThemOutAndKeepsNumbersGoing()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        grafana.Unreadable = "events";
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "right"));
        await Eventually.TrueAsync(() => grafana.Lines("now").Count > 0);

        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, 1);
            return Count(collector, "are not published there") > 0;
        });
        grafana.Unreadable = null;

        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, 1);
            return grafana.Lines("events").Count > 0;
        });
        Assert.Empty(grafana.Breaches);
    }

    private static int Message(LiveLine line) => ((string)line["message"]!).Length;

    private static IEnumerable<string> Missed(GrafanaStandIn grafana) =>
        grafana.Lines("events").Where(line => Message(line) == 77).Select(line => line.Tag("session_id")!);

    private static int Count(CollectorUnderTest collector, string message) => Regex.Count(collector.Process.Output, Regex.Escape(message));
}
