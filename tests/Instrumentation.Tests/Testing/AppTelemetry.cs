using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>
/// An app with its own OpenTelemetry setup (<c>services.AddOpenTelemetry()</c>), with exporters in memory.
/// </summary>
internal sealed class AppTelemetry : IOpenTelemetryBuilder, IDisposable
{
    private ServiceProvider? _provider;

    public AppTelemetry()
    {
        Services.AddOpenTelemetry();
        Services.AddSingleton<IConfiguration>(new ConfigurationBuilder().Build());
        Source = new ActivitySource($"app-{Guid.NewGuid()}");
        Exported = new Collecting<Activity, Activity>(static span => span);
        Logged = new Collecting<LogRecord, Dictionary<string, object?>>(static record =>
            (record.Attributes ?? []).Append(new("event", record.EventId.Name)).ToDictionary(pair => pair.Key, pair => pair.Value));
    }

    public IServiceCollection Services { get; } = new ServiceCollection();

    /// <summary>The app's own instrumentation, without knowledge of sessions.</summary>
    public ActivitySource Source { get; }

    public Collecting<Activity, Activity> Exported { get; }

    public Collecting<LogRecord, Dictionary<string, object?>> Logged { get; }

    public ServiceProvider Provider => _provider ??= Services.BuildServiceProvider();

    public TidemarkClient Tidemark => Provider.GetRequiredService<TidemarkClient>();

    /// <summary>Our processor precedes this exporter, whichever was added first.</summary>
    public AppTelemetry ExportTraces()
    {
        this.WithTracing(tracing => tracing.AddSource(Source.Name).AddProcessor(new SimpleActivityExportProcessor(Exported)));
        return this;
    }

    public AppTelemetry ExportLogs()
    {
        this.WithLogging(logging => logging.AddProcessor(new SimpleLogRecordExportProcessor(Logged)));
        return this;
    }

    /// <summary>Starts the providers, as the host does.</summary>
    public AppTelemetry Start()
    {
        Provider.GetService<TracerProvider>();
        Provider.GetService<MeterProvider>();
        Provider.GetService<LoggerProvider>();
        return this;
    }

    public ILogger Logger(string category) => Provider.GetRequiredService<ILoggerFactory>().CreateLogger(category);

    public void Dispose()
    {
        _provider?.Dispose();
        Source.Dispose();
    }
}
