using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

public sealed class BrowserTests
{
    private const string Key = "a-key-of-this-test";

    // As docs/live.md shows it.
    private const string ByEventSource = """
        const source = new EventSource(api + '/api/events/stream?type=session_created');
        source.onopen = () => show('open');
        source.onmessage = message => {
          const event = JSON.parse(message.data);
          show(event.event_type + ' ' + event.session_id);
        };
        """;

    // As docs/live.md shows it.
    private const string ByFetch = """
        async function follow(after) {
          const response = await fetch(api + '/api/events/stream?type=session_created' + (after ? '&after=' + after : ''),
            { headers: { Authorization: 'Bearer a-key-of-this-test' } });
          if (!response.ok) throw new Error('HTTP ' + response.status);
          show('open');
          let rest = '';
          for await (const part of response.body.pipeThrough(new TextDecoderStream())) {
            const messages = (rest + part).split('\n\n');
            rest = messages.pop();
            for (const message of messages) {
              const data = /^data: (.*)$/m.exec(message);
              if (!data) continue;
              const event = JSON.parse(data[1]);
              if (event.session_id) show(event.event_type + ' ' + event.session_id);
            }
          }
        }
        follow().catch(error => show(error));
        """;

    [ChromiumFact]
    public async Task EventSource_SessionAppears_IsOnThePageAndSoIsTheNextAfterARestart()
    {
        await using var pages = await PageServer.StartAsync(ByEventSource);
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Query:CorsOrigins"] = Origin(pages) });
        using var browser = Chromium.Open(pages.PageOf(collector.Process.Api));
        await SeesAsync(pages, "open");

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(1, sessions: 1)));
        await SeesAsync(pages, "session_created s-0");

        // While nobody is connected: the browser comes back by itself and asks for what it has missed.
        Assert.Equal(0, await collector.Process.StopAsync());
        await EventTable.AddSessionAsync(collector.Database, "s-missed");
        await collector.Process.RestartAsync();

        await SeesAsync(pages, "session_created s-missed");
        Assert.Equal(1, Occurrences(pages.Told[^1], "session_created s-0"));
    }

    [ChromiumFact]
    public async Task Fetch_KeyAskedFor_SeesASession()
    {
        await using var pages = await PageServer.StartAsync(ByFetch);
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Query:CorsOrigins"] = Origin(pages),
            ["Tidemark:Receive:ApiKeys:0:Source"] = "browser",
            ["Tidemark:Receive:ApiKeys:0:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        });
        using var browser = Chromium.Open(pages.PageOf(collector.Process.Api));
        await SeesAsync(pages, "open");

        await EventTable.AddSessionAsync(collector.Database, "s-1");

        await SeesAsync(pages, "session_created s-1");
    }

    private static string Origin(PageServer pages) => pages.Url.GetLeftPart(UriPartial.Authority);

    private static async Task SeesAsync(PageServer pages, string line) =>
        await Eventually.GetAsync(() => Task.FromResult(string.Join("\n--\n", pages.Told)), told => told.Contains(line, StringComparison.Ordinal), TimeSpan.FromSeconds(60), what: $"'{line}' on the page");

    private static int Occurrences(string text, string of) => text.Split(of).Length - 1;
}
