using System.Globalization;
using System.Text;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Live;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Publish.Grafana;

public sealed class GrafanaPushTests
{
    private const string Token = "glsa_a-token-of-this-test";

    private static readonly Dictionary<string, string> ByToken = new() { [$"Bearer {Token}"] = "collector" };

    [Fact]
    public async Task Push_Traffic_ShowsTheNumbersOfTheDatabase()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(PushTo(grafana));
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(30, sessions: 3, TimeProvider.System.GetUtcNow().AddSeconds(-5))));

        // While everything is within the last minute, so that the rate is known.
        await Eventually.TrueAsync(() => grafana.Lines("models").Any(line => Number(line, "operations_per_second") > 30 / 75.0));
        await Eventually.TrueAsync(() => grafana.Lines("now").Any(line => Number(line, "sessions_active") == 3 && Number(line, "health_score") == 100));

        var now = grafana.Lines("now").Last(line => Number(line, "sessions_active") == 3);
        Assert.InRange(Number(now, "operations_per_second"), 30 / 75.0, 30 / 60.0);
        Assert.InRange(Number(now, "tokens_per_second"), 30 * Calls.TokensEach / 75.0, 30 * Calls.TokensEach / 60.0);
        Assert.Equal(0, Number(now, "error_ratio"));
        Assert.Equal("kimi-k2-0905-preview", grafana.Lines("models")[^1].Tag("model"));
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Push_Nothing_StillTellsThatNothingHappens()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(PushTo(grafana));

        await Eventually.TrueAsync(() => grafana.Lines("now").Count >= 3);

        Assert.Equal(0d, grafana.Lines("now")[0]["operations_per_second"]);
        Assert.Null(grafana.Lines("now")[0]["health_score"]);
        Assert.Empty(grafana.Lines("models"));
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Push_EventsOfAllCollectors_ComeOnceEachInOrderWithTheirSessionAsTag()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(PushTo(grafana));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);
        // Subscribed, so that nothing of what follows is missed.
        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, 1);
            return grafana.Lines("events").Count > 0;
        });

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(6, sessions: 3)));
        await EventTable.AddAsync(collector.Database, 1_200);
        var all = await EventTable.IdsAsync(collector.Database);
        // The first ones were added until one was received; earlier ones are not delivered.
        await Eventually.GetAsync(() => Task.FromResult(grafana.Lines("events").Count), seen => seen >= 1_203, what: "the events");

        var reported = grafana.Lines("events");
        Assert.True(reported.Count <= all.Count, $"{reported.Count} were reported, {all.Count} there are");
        Assert.Equal(3, reported.Count(line => line["event_type"] is "session_created"));
        Assert.Equal(["s-0", "s-1", "s-2"], reported.Where(line => line["event_type"] is "session_created").Select(line => line.Tag("session_id")).Order());
        Assert.Contains(reported, line => line["event_type"] is "operation_failed" && line["severity"] is "error" && line.Tag("session_id") == "s-1200");
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Push_HostileNames_AreNoBreach()
    {
        const string Hostile = "a b,c=d \"e\\\" \\ \n\u0001 ü 𝄞 =,";
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        await using var collector = await CollectorUnderTest.StartAsync(PushTo(grafana));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);

        // Until one is received: earlier ones had no subscriber.
        var sent = 0;
        await Eventually.TrueAsync(async () =>
        {
            var call = Calls.Inference($"{Hostile}{sent++}", (ulong)TimeProvider.System.GetUtcNow().AddSeconds(-2).ToUnixTimeMilliseconds() * 1_000_000);
            call.Attributes.Add("gen_ai.response.model", Hostile);
            await collector.SendAsync(OtlpProtobuf.Traces([call]));
            return grafana.Lines("events").Count > 0 && grafana.Lines("models").Count > 0;
        });

        Assert.StartsWith("a b_c_d _e__ _ ", grafana.Lines("events")[0].Tag("session_id"), StringComparison.Ordinal);
        Assert.Contains("ü 𝄞", grafana.Lines("events")[0].Tag("session_id"), StringComparison.Ordinal);
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Push_ByPassword_UsesBasicAuthenticationOfAdmin()
    {
        var basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes("admin:pass:word ü"))}";
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string> { [basic] = "collector" });
        var settings = PushTo(grafana, token: null);
        settings["Tidemark:Grafana:Password"] = "pass:word ü";
        await using var collector = await CollectorUnderTest.StartAsync(settings);

        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);

        Assert.DoesNotContain("pass:word", collector.Process.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_TokenFileMadeLater_BeginsThen()
    {
        using var folder = new TemporaryDirectory();
        var file = Path.Combine(folder.Path, "token");
        await using var grafana = await GrafanaStandIn.StartAsync(ByToken);
        var settings = PushTo(grafana, token: null);
        settings["Tidemark:Grafana:TokenFile"] = file;
        await using var collector = await CollectorUnderTest.StartAsync(settings);
        await Eventually.TrueAsync(() => collector.Process.Output.Contains("Pushing to Grafana Live failed", StringComparison.Ordinal));
        Assert.Empty(grafana.Requests);

        await File.WriteAllTextAsync(file, Token + "\n");

        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);
        Assert.DoesNotContain(Token, collector.Process.Output, StringComparison.Ordinal);
    }

    internal static Dictionary<string, string> PushTo(GrafanaStandIn grafana, string? token = Token)
    {
        var settings = new Dictionary<string, string>
        {
            ["Tidemark:Grafana:Url"] = grafana.Url.ToString(),
            ["Tidemark:Grafana:MinBackoff"] = "00:00:00.1",
            ["Tidemark:Grafana:MaxBackoff"] = "00:00:01",
            ["Tidemark:Grafana:Timeout"] = "00:00:01",
            ["Tidemark:Grafana:Lease"] = "00:00:02",
        };
        if (token is not null) settings["Tidemark:Grafana:Token"] = token;
        return settings;
    }

    private static double Number(LiveLine line, string field) => Convert.ToDouble(line[field] ?? double.NaN, CultureInfo.InvariantCulture);
}
