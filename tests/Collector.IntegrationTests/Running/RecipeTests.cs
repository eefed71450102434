using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Running;

/// <summary>Follows the recipes of docs/send.md literally.</summary>
public sealed class RecipeTests : IDisposable
{
    // A typical app; the recipe contributes its settings and the code of each call.
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

    private const string DotNetApp = """
        using Microsoft.Extensions.AI;
        using Tidemark.Instrumentation;
        var builder = WebApplication.CreateBuilder(args);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        REGISTRATION
        await using var app = builder.Build();
        await app.StartAsync();
        IChatClient inner = new Model();
        CLIENT
        using (app.Services.GetRequiredService<TidemarkClient>().StartSession("s-42")) await chat.GetResponseAsync("Hi");
        await app.StopAsync();

        internal sealed class Model : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Hello"))
                {
                    ModelId = "gpt-5", Usage = new UsageDetails { InputTokenCount = 100, OutputTokenCount = 20, TotalTokenCount = 120 },
                });

            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
                IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

            public object? GetService(Type serviceType, object? serviceKey = null) =>
                serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("openai", defaultModelId: "gpt-5") : null;

            public void Dispose() { }
        }
        """;

    private const string DotNetProject = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
        </Project>
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

    [Fact]
    public async Task DotNet_AsWritten_StoresTheCall()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var version = $"0.0.{Environment.ProcessId}";
        // Unpublished packages are installed from a folder, with a version of their own.
        var config = $"""<configuration><packageSources><add key="packed" value="{_folder.Path}/feed" /></packageSources></configuration>""";
        var app = Directory.CreateDirectory(Path.Combine(_folder.Path, "app")).FullName;
        await File.WriteAllTextAsync(Path.Combine(app, "nuget.config"), config);
        await File.WriteAllTextAsync(Path.Combine(app, "app.csproj"), DotNetProject);
        await File.WriteAllTextAsync(
            Path.Combine(app, "Program.cs"),
            DotNetApp.Replace("REGISTRATION", Recipe.Read(".NET", "csharp", collector.Process), StringComparison.Ordinal)
                .Replace("CLIENT", Recipe.Inline(".NET", "IChatClient"), StringComparison.Ordinal));
        var packed = await Shell.RunAsync(
            $"dotnet pack '{Repository.Root}/src/Instrumentation' -c Release -o '{_folder.Path}/feed' -p:Version={version} --nologo -v quiet", _folder.Path);
        Assert.True(packed.ExitCode == 0, packed.Output);

        var result = await Shell.RunAsync(
            $"""
            export OTEL_EXPORTER_OTLP_ENDPOINT={collector.Process.Grpc}
            {Recipe.Read(".NET", "sh", collector.Process)}
            dotnet run
            """,
            app);
        var installed = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages", "tidemark.instrumentation", version);
        if (Directory.Exists(installed)) Directory.Delete(installed, recursive: true);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Equal("my-service|inference|openai|gpt-5|s-42|100|20", await CallAsync(collector));
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
            "SELECT concat_ws('|', service, kind, provider, request_model, session_id, input_tokens, output_tokens) FROM tidemark.operations "
                + "WHERE kind = 'inference' AND mirror_of IS NULL"),
        static _ => true,
        TimeSpan.FromMinutes(2),
        what: "the call");
}
