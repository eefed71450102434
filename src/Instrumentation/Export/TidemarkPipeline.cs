using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Recording;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// OpenTelemetry providers of its own for an app that has none: traces, metrics and logs by OTLP, kept on disk while the
/// collector is away. Apps with dependency injection call <c>services.AddTidemark(name)</c> instead.
/// </summary>
public sealed class TidemarkPipeline : IDisposable
{
    private readonly OpenTelemetrySdk _sdk;
    private readonly Lazy<TidemarkClient> _client;

    internal TidemarkPipeline(string serviceName, TidemarkExportOptions options, PipelineScope scope)
    {
        Recording = options.Recording;
        var settings = ExportSettings.Build(serviceName, options);
        _sdk = OpenTelemetrySdk.Create(builder => Compose(builder, serviceName, options, settings, scope));
        LoggerFactory = scope.Logs ? _sdk.GetLoggerFactory() : null;
        _client = new Lazy<TidemarkClient>(() => new TidemarkClient(LoggerFactory, RecordingRules.Of(Recording)));
    }

    private TidemarkPipeline(TidemarkOptions recording, Exception failure)
    {
        Recording = recording;
        Failure = failure;
        _sdk = OpenTelemetrySdk.Create(static _ => { });
        _client = new Lazy<TidemarkClient>(() => new TidemarkClient(loggerFactory: null, RecordingRules.Of(Recording)));
    }

    /// <summary>Records sessions and operations into this pipeline.</summary>
    public TidemarkClient Client => _client.Value;

    internal TidemarkOptions Recording { get; }

    /// <summary>Writes into this pipeline; <see langword="null"/> = logs are not this pipeline's.</summary>
    internal ILoggerFactory? LoggerFactory { get; }

    /// <summary>Why nothing is exported; <see langword="null"/> = all is well.</summary>
    internal Exception? Failure { get; }

    /// <summary>Starts exporting.</summary>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <returns>The pipeline; dispose it at the app's end to send what is left.</returns>
    public static TidemarkPipeline Start(string serviceName, Action<TidemarkExportOptions>? configure = null)
    {
        var options = new TidemarkExportOptions();
        configure?.Invoke(options);
        return new TidemarkPipeline(serviceName, options, PipelineScope.Everything);
    }

    /// <summary>Sends what is waiting.</summary>
    /// <param name="timeout">How long it may take, for each of the three signals.</param>
    /// <returns>Whether all of it was handed over in time (to the collector or, when it is away, to the disk).</returns>
    public bool Flush(TimeSpan timeout)
    {
        var milliseconds = (int)Math.Min(timeout.TotalMilliseconds, int.MaxValue);
        var traces = _sdk.TracerProvider.ForceFlush(milliseconds);
        var logs = _sdk.LoggerProvider.ForceFlush(milliseconds);
        var metrics = _sdk.MeterProvider.ForceFlush(milliseconds);
        return traces && logs && metrics;
    }

    /// <summary>Sends what is left and stops exporting.</summary>
    public void Dispose() => _sdk.Dispose();

    /// <summary>A pipeline for an app that must start whatever its exporter's settings are: with bad ones it exports nothing, and says so.</summary>
    internal static TidemarkPipeline StartGuarded(string serviceName, TidemarkExportOptions options, PipelineScope scope)
    {
#pragma warning disable CA1031 // What a bad setting makes the SDK throw must not reach the app; the hosted service logs it.
        try
        {
            return new TidemarkPipeline(serviceName, options, scope);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("starting the pipeline", exception);
            return new TidemarkPipeline(options.Recording, exception);
        }
#pragma warning restore CA1031
    }

    private static void Compose(
        IOpenTelemetryBuilder builder, string serviceName, TidemarkExportOptions options, IConfiguration settings, PipelineScope scope)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton(settings));
        builder.Services.AddSingleton(RecordingRules.Of(options.Recording));
        builder.ConfigureResource(resource => Describe(resource, settings[ExportSettings.ServiceName], serviceName));
        if (scope.Traces)
            builder.WithTracing(tracing => Trace(tracing, options, settings, scope));
        if (scope.Metrics)
            builder.WithMetrics(metrics => Measure(metrics, options, scope));
        if (scope.Logs)
            builder.WithLogging(static logging => logging.AddTidemark().AddOtlpExporter(), static logging => logging.IncludeFormattedMessage = true);

        // The app's own filters have decided already.
        builder.Services.Configure<LoggerFilterOptions>(static filter => filter.MinLevel = LogLevel.Trace);
    }

    private static void Describe(ResourceBuilder resource, string? configuredName, string serviceName)
    {
        var name = string.IsNullOrWhiteSpace(configuredName) ? serviceName : configuredName;
        if (!string.IsNullOrWhiteSpace(name))
            resource.AddService(name!);
    }

    private static void Trace(TracerProviderBuilder tracing, TidemarkExportOptions options, IConfiguration settings, PipelineScope scope)
    {
        // Tokens count whether or not the web request around them was sampled.
        if (string.IsNullOrEmpty(settings[ExportSettings.Sampler]))
            tracing.SetSampler(new AlwaysOnSampler());
        if (scope.PlatformSources)
        {
            PlatformSources.DescribeWebRequests();
            tracing.AddSource(PlatformSources.Spans);
        }

        tracing.AddTidemark().AddSource(PlatformSources.GenAi).AddSource([.. options.Sources]).AddOtlpExporter();
    }

    private static void Measure(MeterProviderBuilder metrics, TidemarkExportOptions options, PipelineScope scope)
    {
        if (scope.PlatformSources)
            metrics.AddMeter(PlatformSources.Meters);
        metrics.AddTidemark().AddMeter([.. options.Meters]).AddOtlpExporter();
    }
}
