using System.Globalization;
using System.Runtime.CompilerServices;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests;

/// <summary>New apps that install the package from a folder, as users do, and send.</summary>
[Collection(nameof(Builds))]
public sealed class InstallTests : IAsyncLifetime, IDisposable
{
    private static readonly Dictionary<string, (string Sdk, string Program)> Apps = new()
    {
        ["console"] = ("Microsoft.NET.Sdk", """
            using Tidemark.Instrumentation;
            var pipeline = TidemarkPipeline.Start("fresh-console");
            using (var session = pipeline.Client.StartSession("s-fresh"))
                session.StartTool("search").Dispose();
            Environment.Exit(0);    // The pipeline is not disposed.
            """),
        ["chat"] = ("Microsoft.NET.Sdk", """
            using Microsoft.Extensions.AI;
            using Tidemark.Instrumentation;
            var pipeline = TidemarkPipeline.Start("fresh-chat");
            var search = AIFunctionFactory.Create(() => "found", "search");
            using IChatClient chat = new AskingModel().AsBuilder().UseFunctionInvocation().UseTidemark().Build();
            using (pipeline.Client.StartSession("s-fresh"))
                await chat.GetResponseAsync("go", new ChatOptions { Tools = [search] });
            pipeline.Dispose();

            sealed class AskingModel : IChatClient
            {
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                    Task.FromResult(new ChatResponse(messages.Any(message => message.Role == ChatRole.Tool)
                        ? new ChatMessage(ChatRole.Assistant, "done")
                        : new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("call-1", "search")])) { ModelId = "gpt-5" });
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                    throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }
            """),
        ["worker"] = ("Microsoft.NET.Sdk.Worker", """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Tidemark.Instrumentation;
            var builder = Host.CreateApplicationBuilder(args);
            builder.AddTidemark();
            using var host = builder.Build();
            await host.StartAsync();
            using (var session = host.Services.GetRequiredService<TidemarkClient>().StartSession("s-fresh"))
                session.StartTool("search").Dispose();
            await host.StopAsync();
            """),
        ["web"] = ("Microsoft.NET.Sdk.Web", """
            using Tidemark.Instrumentation;
            var builder = WebApplication.CreateBuilder(args);
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.AddTidemark();
            var app = builder.Build();
            app.UseTidemarkSessions();
            app.MapGet("/ask", (TidemarkClient tidemark) => { tidemark.Current.StartTool("search").Dispose(); return "answered"; });
            await app.StartAsync();
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
            http.DefaultRequestHeaders.Add("X-Session-Id", "s-fresh");
            await http.GetStringAsync("/ask");
            await app.StopAsync();
            """),
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly string _version = $"0.0.{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-test";

    private string Feed => Path.Combine(_directory.Path, "feed");

    private static string Root { get; } = Folder();

    public Task InitializeAsync() => Command.RunAsync(
        new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1" },
        "dotnet", "pack", Path.Combine(Root, "src", "Instrumentation"), "-c", "Release", "-o", Feed, $"-p:Version={_version}", "--nologo", "-v", "quiet");

    public Task DisposeAsync()
    {
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var installed = Path.Combine(packages, "tidemark.instrumentation", _version);
        if (Directory.Exists(installed))
            Directory.Delete(installed, recursive: true);
        return Task.CompletedTask;
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task FreshApps_InstallThePackage_Send()
    {
        foreach (var (kind, (sdk, program)) in Apps)
        {
            await using var sink = await OtlpSink.StartAsync();
            var folder = Create(kind, sdk, program);
            await Command.RunAsync(
                new Dictionary<string, string>
                {
                    ["OTEL_EXPORTER_OTLP_ENDPOINT"] = sink.Endpoint.AbsoluteUri,
                    ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
                    ["XDG_DATA_HOME"] = _directory.Path,
                    ["MSBUILDDISABLENODEREUSE"] = "1",
                },
                "dotnet", "run", "--project", folder);

            Assert.Equal((kind, 1), (kind, sink.Count("/v1/traces", "execute_tool search")));
            Assert.True(sink.Count("/v1/traces", "s-fresh") > 0);
            Assert.True(sink.Count("/v1/traces", $"fresh-{kind}") > 0);
        }
    }

    private string Create(string kind, string sdk, string program)
    {
        const string Host = "<PackageReference Include='Microsoft.Extensions.Hosting' Version='10.0.0' />";
        var host = kind == "worker" ? Host : string.Empty;
        var folder = Path.Combine(_directory.Path, $"fresh-{kind}");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), program);
        File.WriteAllText(Path.Combine(folder, $"fresh-{kind}.csproj"), $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Tidemark.Instrumentation" Version="{_version}" />
                {host}
              </ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        return folder;
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", ".."));
}
