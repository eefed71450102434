using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Tests.Support;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Registration;

public sealed class WithTidemarkTests
{
    private readonly string _id = Guid.NewGuid().ToString();

    [Fact]
    public void WithTidemark_AndTheBuildersThemselves_ExportsOnce()
    {
        using var app = new AppTelemetry().ExportTraces();
        app.WithTidemark().WithTidemark();
        app.WithTracing(tracing => tracing.AddTidemark()).WithMetrics(metrics => metrics.AddTidemark());
        app.Start();
        using (app.Tidemark.StartSession(_id))
        {
            app.Tidemark.Current.StartTool("search").Dispose();
            app.Source.StartActivity("other")!.Dispose();
        }

        Assert.Equal(2, app.Exported.All.Count(span => span.Text("session.id") == _id));
        Assert.All(app.Exported.All, span => Assert.Single(span.TagObjects, tag => tag.Key == "session.id"));
    }

    [Fact]
    public void WithTidemark_Options_ReachTheClient()
    {
        using var app = new AppTelemetry().ExportTraces();
        app.WithTidemark(options => options.CaptureContent = true);

        Assert.True(app.Tidemark.Rules.CapturesContent);
    }

    [Fact]
    public void AddTidemark_OnABareTracerProvider_ListensAndStamps()
    {
        using var source = new ActivitySource(_id);
        using var exported = new Collecting<Activity, Activity>(static span => span);
        using (Sdk.CreateTracerProviderBuilder().AddTidemark().AddSource(_id).AddProcessor(new SimpleActivityExportProcessor(exported)).Build())
        using (new TidemarkClient().StartSession(_id))
            source.StartActivity("other")!.Dispose();

        Assert.Equal(_id, exported.All.Single(span => span.Source.Name == _id).Text("session.id"));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void AddTidemark_BesideTheAppsOwn_LeavesItsSignalsToIt(bool ownTracing, bool ownLogging)
    {
        using var app = new AppTelemetry();
        if (ownLogging)
            app.ExportLogs();
        if (ownTracing)
            app.ExportTraces().WithTidemark();
        else
            app.WithMetrics(static metrics => metrics.AddTidemark());
        app.Services.AddTidemark("app", static export => export.RetryDirectory = null);

        var scope = PipelineScope.Of(app.Provider);
        Assert.Equal((!ownTracing, false), (scope.Traces, scope.Metrics));
        Assert.Equal(!(ownTracing && ownLogging), scope.Logs);
        Assert.Equal(!ownTracing, scope.PlatformSources);
    }

    [Fact]
    public async Task AddTidemark_BesideTheAppsOwnExporters_EachSignalArrivesOnce()
    {
        await using var sink = await OtlpSink.StartAsync();
        using var directory = new TemporaryDirectory();
        using (var app = new AppTelemetry())
        {
            app.WithTidemark();
            app.WithTracing(tracing => tracing.AddOtlpExporter(exporter => Send(exporter, "v1/traces")))
                .WithMetrics(metrics => metrics.AddOtlpExporter(exporter => Send(exporter, "v1/metrics")))
                .WithLogging(logging => logging.AddOtlpExporter(exporter => Send(exporter, "v1/logs")));
            app.Services.AddTidemark("app", export => (export.Endpoint, export.Protocol, export.RetryDirectory) = (sink.Endpoint, OtlpExportProtocol.HttpProtobuf, directory.Path));
            app.Start();
            app.Provider.GetRequiredService<TidemarkPipeline>();
            using (app.Tidemark.StartSession(_id))
                app.Tidemark.Current.StartInference($"model-{_id}").Dispose();
        }

        Assert.Equal(1, sink.Count("/v1/traces", $"chat model-{_id}"));
        Assert.Equal((1, 1), (sink.Count("/v1/logs", $"session.start {_id}"), sink.Count("/v1/logs", $"session.end {_id}")));
        Assert.Equal(1, sink.Count("/v1/metrics", "gen_ai.client.inference.duration"));

        void Send(OtlpExporterOptions exporter, string path) =>
            (exporter.Endpoint, exporter.Protocol) = (new Uri(sink.Endpoint, path), OtlpExportProtocol.HttpProtobuf);
    }

    [Fact]
    public void AddTidemark_Alone_TakesEverything()
    {
        var services = new ServiceCollection().AddTidemark("app").AddTidemark("again");
        using var provider = services.BuildServiceProvider();

        Assert.Equal(PipelineScope.Everything, PipelineScope.Of(provider));
        Assert.Single(provider.GetServices<TidemarkClient>());
    }
}
