using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Registration;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>
/// Exports traces, metrics and logs by the standard <c>OTEL_*</c> settings. Started by apps without dependency injection; part of the
/// services with <c>AddTidemark()</c>.
/// </summary>
public sealed class TidemarkPipeline : IDisposable
{
    private readonly OpenTelemetrySdk? _sdk;
    private readonly TidemarkExporter _exporter;

    /// <summary>The pipeline of an app whose container owns the providers.</summary>
    internal TidemarkPipeline(TidemarkExporter exporter, TidemarkClient client)
    {
        _exporter = exporter;
        Client = client;
    }

    private TidemarkPipeline(string serviceName, TidemarkExportOptions options)
    {
        var settings = options.Configuration ?? new ConfigurationBuilder().AddEnvironmentVariables().Build();
        _exporter = new TidemarkExporter(serviceName, options, settings, appExporters: null, static () => null);
        if (_exporter.Problems.Count > 0)
            TidemarkEventSource.Log.NothingExported(string.Join("; ", _exporter.Problems));
        _sdk = OpenTelemetrySdk.Create(builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(settings));
            builder.Services.AddSingleton(new ExportMark());
            builder.Services.AddSingleton(Microsoft.Extensions.Options.Options.Create(options));
            builder.Services.AddSingleton(_exporter);
            builder.Export(serviceName);

            // The app's own filters have been applied already.
            builder.Services.Configure<LoggerFilterOptions>(static filter => filter.MinLevel = LogLevel.Trace);
        });
        Client = new TidemarkClient(_sdk.GetLoggerFactory().CreateLogger(TidemarkSource.Name), RecordingRules.Of(options.Recording));
    }

    /// <summary>Records sessions and operations into this pipeline.</summary>
    public TidemarkClient Client { get; }

    /// <summary>Starts exporting.</summary>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Configures the pipeline.</param>
    /// <returns>The pipeline; dispose it at the end of the app to send the remaining telemetry.</returns>
    public static TidemarkPipeline Start(string serviceName, Action<TidemarkExportOptions>? configure = null)
    {
        var options = new TidemarkExportOptions();
        configure?.Invoke(options);
        return new TidemarkPipeline(serviceName, options);
    }

    /// <summary>Sends the queued telemetry.</summary>
    /// <param name="timeout">Maximum time for each of the three signals, and once more for undelivered requests that are waiting.</param>
    /// <returns>Whether everything was handed over in time (to the collector or, if it is unavailable, to disk).</returns>
    public bool Flush(TimeSpan timeout) =>
        _exporter.Flush((int)Math.Min(timeout.TotalMilliseconds, int.MaxValue), catchesUp: true);

    /// <summary>Sends the remaining telemetry and stops exporting; in an app with dependency injection the container does this.</summary>
    public void Dispose()
    {
        if (_sdk is null)
            return;

        _sdk.Dispose();
        _exporter.Dispose();
    }
}
