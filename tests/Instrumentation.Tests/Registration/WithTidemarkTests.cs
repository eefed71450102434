using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Tests.Testing;

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
    public void WithTidemark_CalledAgain_ConfiguresTheOptions()
    {
        using var app = new AppTelemetry().ExportTraces();
        app.WithTidemark(options => options.MaxContentLength = 10).WithTidemark(options => options.CaptureContent = true);

        Assert.Equal((true, 10), (app.Tidemark.Rules.CapturesContent, app.Tidemark.Rules.MaxContentLength));
    }

    [Fact]
    public void AddTidemark_CalledAgain_ConfiguresTheOptions()
    {
        using var app = new AppTelemetry();
        app.Services.AddTidemark("app", export => (export.RetryDirectory, export.Recording.MaxContentLength) = (_id, 10));
        app.Services.AddTidemark("other", export => export.Recording.CaptureContent = true);
        var options = app.Provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value;

        Assert.Equal((_id, 10, true), (options.RetryDirectory, options.Recording.MaxContentLength, options.Recording.CaptureContent));
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
}
