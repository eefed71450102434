using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// OpenTelemetry providers of its own for an app that has none: traces, metrics and logs by OTLP, kept on disk while the
/// collector is away. Apps with dependency injection call <c>services.AddTidemark(name)</c> instead.
/// </summary>
public sealed class TidemarkPipeline : IDisposable
{
    private readonly OpenTelemetrySdk _sdk;

    private TidemarkPipeline(OpenTelemetrySdk sdk, TidemarkOptions recording)
    {
        _sdk = sdk;
        Client = new TidemarkClient(sdk.GetLoggerFactory(), recording);
    }

    /// <summary>Records sessions and operations into this pipeline.</summary>
    public TidemarkClient Client { get; }

    /// <summary>Starts exporting.</summary>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <returns>The pipeline; dispose it at the app's end to send what is left.</returns>
    public static TidemarkPipeline Start(string serviceName, Action<TidemarkExportOptions>? configure = null)
    {
        var options = new TidemarkExportOptions();
        configure?.Invoke(options);
        var settings = ExportSettings.Build(serviceName, options);
        return new TidemarkPipeline(OpenTelemetrySdk.Create(builder => Compose(builder, serviceName, options, settings)), options.Recording);
    }

    /// <summary>Sends what is waiting.</summary>
    /// <param name="timeout">How long it may take, for each of the three signals.</param>
    /// <returns>Whether all of it was handed over in time (to the collector or, when it is away, to the disk).</returns>
    public bool Flush(TimeSpan timeout)
    {
        var milliseconds = (int)timeout.TotalMilliseconds;
        var traces = _sdk.TracerProvider.ForceFlush(milliseconds);
        var logs = _sdk.LoggerProvider.ForceFlush(milliseconds);
        var metrics = _sdk.MeterProvider.ForceFlush(milliseconds);
        return traces && logs && metrics;
    }

    /// <summary>Sends what is left and stops exporting.</summary>
    public void Dispose() => _sdk.Dispose();

    private static void Compose(IOpenTelemetryBuilder builder, string serviceName, TidemarkExportOptions options, IConfiguration settings)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(settings));
        builder
            .ConfigureResource(resource => DescribeService(resource, serviceName, settings))
            .WithTracing(tracing =>
            {
                if (string.IsNullOrEmpty(settings[ExportSettings.Sampler]))
                    tracing.SetSampler(new AlwaysOnSampler());
                tracing.AddSource([TidemarkSource.Name, .. options.Sources]).AddOtlpExporter();
            })
            .WithMetrics(metrics => metrics
                .AddMeter([TidemarkSource.Name, .. options.Meters])
                .AddOtlpExporter())
            .WithLogging(
                logging => logging.AddOtlpExporter(),
                logging => logging.IncludeFormattedMessage = true);
    }

    private static void DescribeService(ResourceBuilder resource, string serviceName, IConfiguration settings)
    {
        if (string.IsNullOrEmpty(settings["OTEL_SERVICE_NAME"]))
            resource.AddService(serviceName);
        else
            resource.AddService(settings["OTEL_SERVICE_NAME"]!);
    }
}
