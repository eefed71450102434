using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Tests.AI;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Registration;

/// <summary>Not parallel: clients without options use those of the process's app.</summary>
[Collection(nameof(Alone))]
public sealed class OptionsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task AddTidemark_SectionOfTheHost_ReachesAllOptions()
    {
        await using var sink = await OtlpSink.StartAsync();
        var builder = Builder(sink.Endpoint);
        builder.Configuration["Tidemark:CaptureContent"] = "true";
        builder.Configuration["Tidemark:Labels:team"] = "search";
        builder.Configuration["Tidemark:Sources:0"] = "MyApp";
        builder.Configuration["Tidemark:MaxWaitingAge"] = "01:00:00";
        builder.AddTidemark();
        using (var host = builder.Build())
        {
            await host.StartAsync();
            var options = host.Services.GetRequiredService<IOptions<TidemarkExportOptions>>().Value;
            Assert.Equal((OtlpExportProtocol.HttpProtobuf, TimeSpan.FromHours(1)), (options.Protocol, options.MaxWaitingAge));
            Assert.Equal(["MyApp"], options.Sources);
            Assert.True(host.Services.GetRequiredService<TidemarkClient>().Rules.CapturesContent);
            host.Services.GetRequiredService<TidemarkClient>().Current.StartTool("search").Dispose();
            await host.StopAsync();
        }

        // The resource of each signal names the app, its environment and its labels.
        Assert.True(sink.Count("/v1/traces", "options-app") > 0);
        Assert.True(sink.Count("/v1/traces", "production") > 0);
        Assert.True(sink.Count("/v1/traces", "team") > 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task UseTidemark_WithoutAClient_TakesTheAppsOptions(bool captures)
    {
        await using var sink = await OtlpSink.StartAsync();
        var builder = Builder(sink.Endpoint);
        builder.AddTidemark(export => export.Recording.CaptureContent = captures);
        builder.Services.AddChatClient(new FakeChatClient()).UseFunctionInvocation().UseTidemark();
        using var direct = new FakeChatClient().UseTidemark();
        using (var host = builder.Build())
        {
            await host.StartAsync();
            await host.Services.GetRequiredService<IChatClient>().GetResponseAsync("a question of the builder");
            await direct.GetResponseAsync("a question of the client");
            await host.StopAsync();
        }

        Assert.Equal(2, sink.Count("/v1/traces", "chat default-model"));
        Assert.Equal(captures ? 1 : 0, sink.Count("/v1/traces", "a question of the builder"));
        Assert.Equal(captures ? 1 : 0, sink.Count("/v1/traces", "a question of the client"));
    }

    private HostApplicationBuilder Builder(Uri endpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "options-app" });
        builder.Configuration["Tidemark:Endpoint"] = endpoint.AbsoluteUri;
        builder.Configuration["Tidemark:Protocol"] = "http/protobuf";
        builder.Configuration["Tidemark:RetryDirectory"] = _directory.Path;
        return builder;
    }
}
