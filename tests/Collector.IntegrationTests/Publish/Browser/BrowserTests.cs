using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

public sealed partial class BrowserTests
{
    private const string Key = "a-key-of-this-test";

    // Shows the output of the documentation's scripts, which write to the console.
    private const string Console = "console.log = console.warn = (...parts) => show(parts.join(' '));\n";

    private const string Follow = """

        follow('a-key-of-this-test', event => show(event.event_type + ' ' + (event.session_id ?? '')));
        """;

    [ChromiumFact]
    public async Task EventSource_SessionAppears_IsOnThePageAndSoIsTheNextAfterARestart()
    {
        await using var pages = await PageServer.StartAsync(Console + Documented("new EventSource(", "http://127.0.0.1:8080"));
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Query:CorsOrigins"] = Origin(pages) });
        using var browser = Chromium.Open(pages.PageOf(collector.Process.Api));
        await SeesAsync(pages, " sessions");

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(1, sessions: 1)));
        await SeesAsync(pages, "session_created s-0");

        // While it is disconnected: the browser reconnects and requests missed events.
        Assert.Equal(0, await collector.Process.StopAsync());
        await EventTable.AddSessionAsync(collector.Database, "s-missed");
        await collector.Process.RestartAsync();

        await SeesAsync(pages, "session_created s-missed");
        Assert.Equal(1, Occurrences(pages.Lines[^1], "session_created s-0"));
    }

    [ChromiumFact]
    public async Task Fetch_KeyAskedFor_SeesASession()
    {
        await using var pages = await PageServer.StartAsync(Documented("async function follow(", "https://tidemark.example.com") + Follow);
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Query:CorsOrigins"] = Origin(pages),
            ["Tidemark:Receive:ApiKeys:0:Source"] = "browser",
            ["Tidemark:Receive:ApiKeys:0:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        });
        using var browser = Chromium.Open(pages.PageOf(collector.Process.Api));
        await SeesAsync(pages, "windows");

        await EventTable.AddSessionAsync(collector.Database, "s-1");

        await SeesAsync(pages, "session_created s-1");
    }

    /// <summary>A script of docs/live.md, with the collector's address replaced.</summary>
    private static string Documented(string part, string address)
    {
        var script = Blocks().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "live.md")))
            .Select(match => match.Groups[1].Value)
            .Single(block => block.Contains(part, StringComparison.Ordinal));
        Assert.Contains($"'{address}", script, StringComparison.Ordinal);
        return script.Replace($"'{address}", "api + '", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^```js\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Blocks();

    private static string Origin(PageServer pages) => pages.Url.GetLeftPart(UriPartial.Authority);

    private static async Task SeesAsync(PageServer pages, string line) =>
        await Eventually.GetAsync(
            () => Task.FromResult(string.Join("\n--\n", pages.Lines)), reported => reported.Contains(line, StringComparison.Ordinal), TimeSpan.FromSeconds(60),
            what: $"'{line}' on the page");

    private static int Occurrences(string text, string of) => text.Split(of).Length - 1;
}
