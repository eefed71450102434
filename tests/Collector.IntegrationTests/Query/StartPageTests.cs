using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tidemark.Collector.IntegrationTests.Publish.Browser;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class StartPageTests
{
    private const string Key = "a-key-of-this-test";

    [ChromiumFact]
    public async Task Page_NothingArrived_SaysSoAndWhereToSend()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);

        var text = await page.SeesAsync("Nothing has arrived in the last 15 minutes");

        Assert.Contains($"OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:{collector.Process.Http.Port}", text, StringComparison.Ordinal);
        Assert.Contains("No operations in the last 15 minutes.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Refused by this collector", text, StringComparison.Ordinal);
        await KeepAsync(page, "empty");
        Assert.Empty(page.Faults);
    }

    [ChromiumFact]
    public async Task Page_OnlyOwnMetrics_SaysThatNothingArrived()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Diagnostics:Store"] = "true",
            ["Tidemark:Diagnostics:Interval"] = "00:00:01",
        });
        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);

        var text = await page.SeesAsync("self\tmetrics");

        Assert.Contains("Nothing has arrived in the last 15 minutes", text, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Page_EachRecipe_NamesThisCollector()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);
        await page.SeesAsync("OpenTelemetry Collector");

        var snippets = JsonDocument.Parse(await page.EvaluateAsync(
            "JSON.stringify([...document.querySelectorAll('#tabs button')].map(button => { button.click(); return "
                + "document.getElementById('snippet').textContent; }))"));

        Assert.Equal(8, snippets.RootElement.GetArrayLength());
        Assert.All(
            snippets.RootElement.EnumerateArray(),
            snippet => Assert.Matches($"127.0.0.1:({collector.Process.Http.Port}|{collector.Process.Grpc.Port})", snippet.GetString()));
        Assert.Empty(page.Faults);
    }

    [ChromiumFact]
    public async Task Page_DataArrives_ShowsItLiveAsText()
    {
        const string markup = "<b>s</b>";
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);
        await page.SeesAsync("Live");

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(3, sessions: 1)));
        await Publish.EventTable.AddSessionAsync(collector.Database, markup);

        await page.SeesAsync("Data is arriving: 3 of 3 items stored.");
        var text = await page.SeesAsync(markup);
        Assert.Contains("session_created", text, StringComparison.Ordinal);
        await KeepAsync(page, "data");
        Assert.Empty(page.Faults);
    }

    [ChromiumFact]
    public async Task Page_RequestRefused_ShowsWhy()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        using var client = new HttpClient { BaseAddress = collector.Process.Http };
        using var body = new StringContent("""{"resourceSpans":[{]}""", Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);

        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);

        var text = await page.SeesAsync("this collector refuses it");
        Assert.Contains("Refused by this collector", text, StringComparison.Ordinal);
        Assert.Contains("400", text, StringComparison.Ordinal);
        await KeepAsync(page, "refused");
        Assert.Empty(page.Faults);
        Assert.Contains("Refused 1 request(s) to /v1/traces from 'default' permanently: 400", collector.Process.Output, StringComparison.Ordinal);
    }

    [ChromiumFact]
    public async Task Page_KeyRequired_ShowsNothingWithoutAndAllWithIt()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Receive:ApiKeys:0:Source"] = "team-a",
            ["Tidemark:Receive:ApiKeys:0:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        });
        await using var page = await ChromiumPage.OpenAsync(collector.Process.Api);
        await page.SeesAsync("This collector requires a key");
        await KeepAsync(page, "key");

        await EnterAsync(page, "wrong");
        await page.SeesAsync("This key is not known here");
        await EnterAsync(page, Key);

        var text = await page.SeesAsync("Send your data here");
        Assert.Contains("Bearer%20<your key>", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, text, StringComparison.Ordinal);
        // The browser reports the two 401 responses, and nothing else.
        Assert.All(page.Faults, fault => Assert.Contains("401", fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Arrivals_ItemRejected_CountsItWithItsReason()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var good = Calls.Inferences(2, sessions: 1).ToArray();
        using var answer = await collector.PostAsync("/v1/traces", OtlpProtobuf.Traces([.. good, good[0] with { StartNanos = 1, EndNanos = 2 }]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        var arrivals = await JsonAsync(collector, "/api/arrivals");

        var source = Assert.Single(arrivals.GetProperty("sources").EnumerateArray());
        Assert.Equal(("default", "traces", 3, 2, 1), (source.GetProperty("source").GetString(), source.GetProperty("signal").GetString(),
            source.GetProperty("received").GetInt32(), source.GetProperty("stored").GetInt32(), source.GetProperty("rejected").GetInt32()));
        var refused = Assert.Single(arrivals.GetProperty("refused").EnumerateArray());
        Assert.Equal((200, 1), (refused.GetProperty("status").GetInt32(), refused.GetProperty("count").GetInt32()));
        Assert.NotEqual("", refused.GetProperty("reason").GetString());
        Assert.Equal(JsonValueKind.Null, arrivals.GetProperty("grafana_url").ValueKind);
    }

    [Fact]
    public async Task Arrivals_SpansNoRuleKnows_AreCountedByScope()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var unknown = Calls.Inferences(3, sessions: 1)
            .Select(span => span with { Kind = 1, Name = "step", Attributes = new OtlpAttributes { { "step.number", 1 } } })
            .ToArray();
        await collector.SendAsync(OtlpProtobuf.Traces(unknown[..2]));
        await collector.SendAsync(OtlpProtobuf.Traces(unknown[2]));

        var ignored = Assert.Single((await JsonAsync(collector, "/api/arrivals")).GetProperty("ignored_scopes").EnumerateArray());

        Assert.Equal(("default", "traces", 3, "step"), (ignored.GetProperty("source").GetString(), ignored.GetProperty("signal").GetString(),
            ignored.GetProperty("items").GetInt32(), ignored.GetProperty("example").GetString()));
        Assert.Equal(3, await collector.Database.ScalarAsync<long>("SELECT sum(ignored)::bigint FROM tidemark.ledger"));
    }

    private static async Task EnterAsync(ChromiumPage page, string key) =>
        await page.EvaluateAsync($"document.getElementById('key').value = '{key}'; document.getElementById('ask').requestSubmit();");

    private static async Task<JsonElement> JsonAsync(CollectorUnderTest collector, string path)
    {
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        return JsonDocument.Parse(await client.GetStringAsync(new Uri(path, UriKind.Relative))).RootElement;
    }

    // TIDEMARK_SCREENSHOTS names a folder for screenshots.
    private static async Task KeepAsync(ChromiumPage page, string name)
    {
        var picture = await page.ScreenshotAsync();
        Assert.True(picture.Length > 1_000, "The page's picture is empty.");
        if (Environment.GetEnvironmentVariable("TIDEMARK_SCREENSHOTS") is { Length: > 0 } folder)
            await File.WriteAllBytesAsync(Path.Combine(folder, $"start-{name}.png"), picture);
    }
}
