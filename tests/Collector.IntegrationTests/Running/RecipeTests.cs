using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>"Send your data" (docs/send.md), done as it is written there.</summary>
public sealed class RecipeTests : IDisposable
{
    // An app as a user has one; of the recipe are the settings around it, and what it adds to each call.
    private const string JavaScriptApp = """
        const { generateText } = require('ai');
        const { MockLanguageModelV3 } = require('ai/test');
        const model = new MockLanguageModelV3({
          provider: 'openai', modelId: 'gpt-5',
          doGenerate: async () => ({
            content: [{ type: 'text', text: 'Hello' }], finishReason: { unified: 'stop', raw: 'stop' }, warnings: [],
            usage: { inputTokens: { total: 100, noCache: 100 }, outputTokens: { total: 20, text: 20 } },
          }),
        });
        generateText({ model, prompt: 'Hi', TELEMETRY }).catch(error => { console.error(error); process.exitCode = 1; });
        """;

    private readonly TemporaryDirectory _folder = new();

    [Fact]
    public async Task Curl_AsWritten_StoresTheCall()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        var result = await Shell.RunAsync(Recipe.Read("curl", "sh", collector.Process), _folder.Path);

        Assert.Equal((0, "{}"), (result.ExitCode, result.StandardOutput.Trim()));
        Assert.Equal("hello|inference|openai|gpt-5|s-1|100|20", await CallAsync(collector));
    }

    [NpmFact]
    public async Task JavaScript_AsWritten_StoresTheCall()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var telemetry = Recipe.Inline("JavaScript", "experimental_telemetry");
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "app.js"), JavaScriptApp.Replace("TELEMETRY", telemetry, StringComparison.Ordinal));
        var packages = await Shell.RunAsync("npm init --yes && npm install ai@6 --no-audit --no-fund", _folder.Path);
        Assert.True(packages.ExitCode == 0, packages.Output);

        var result = await Shell.RunAsync(Recipe.Read("JavaScript", "sh", collector.Process), _folder.Path);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal("my-service|inference|openai|gpt-5|s-42|100|20", await CallAsync(collector));
        Assert.Equal("u-7", await collector.Database.ScalarAsync<string>("SELECT user_id FROM tidemark.sessions WHERE session_id = 's-42'"));
    }

    public void Dispose() => _folder.Dispose();

    private static Task<string> CallAsync(CollectorUnderTest collector) => Eventually.GetAsync(
        () => collector.Database.ScalarAsync<string>(
            "SELECT concat_ws('|', service, kind, provider, request_model, session_id, input_tokens, output_tokens) FROM tidemark.operations WHERE kind = 'inference' AND mirror_of IS NULL"),
        static _ => true,
        TimeSpan.FromMinutes(2),
        what: "the call");
}
