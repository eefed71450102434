using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Tidemark.Samples.AgentFleet.Coding;

/// <summary>Log events and metrics with Claude Code's names, sent without Tidemark's library.</summary>
/// <remarks>https://code.claude.com/docs/en/monitoring-usage</remarks>
internal sealed class CodingTelemetry : IDisposable
{
    private const string Scope = "com.anthropic.claude_code";
    private const string Prefix = "claude_code.";
    private const int MetricInterval = 10_000;

    // A collector without its database asks to retry; the exporter does so only if configured, and only for this long.
    private const string Retry = "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY";
    private const int ExportTimeout = 60_000;

    private readonly OpenTelemetrySdk _sdk;
    private readonly ILogger _events;
    private readonly Meter _meter = new(Scope, "2.1.332");
    private readonly Dictionary<string, Counter<double>> _counters = [];

    public CodingTelemetry(FleetOptions options)
    {
        Environment.SetEnvironmentVariable(Retry, "in_memory");
        _sdk = OpenTelemetrySdk.Create(builder => builder
            .ConfigureResource(resource => resource.AddService(options.Service, serviceVersion: "2.1.332", autoGenerateServiceInstanceId: false))
            .WithLogging(logging => logging.AddOtlpExporter(exporter => Configure(exporter, options, "v1/logs")))
            .WithMetrics(metrics => metrics.AddMeter(Scope).AddOtlpExporter((exporter, reader) =>
            {
                Configure(exporter, options, "v1/metrics");
                reader.TemporalityPreference = MetricReaderTemporalityPreference.Delta;
                reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = MetricInterval;
            })));
        _events = _sdk.GetLoggerFactory().CreateLogger(Scope + ".events");
    }

    public void Event(string name, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        KeyValuePair<string, object?>[] state = [new("event.name", name), .. attributes, new("{OriginalFormat}", Prefix + name)];
        _events.Log(LogLevel.Information, default, state, exception: null, static (state, _) => (string)state[^1].Value!);
    }

    public void Count(string metric, string? unit, double amount, IEnumerable<KeyValuePair<string, object?>> attributes)
    {
        if (!_counters.TryGetValue(metric, out var counter)) _counters[metric] = counter = _meter.CreateCounter<double>(Prefix + metric, unit);
        counter.Add(amount, [.. attributes]);
    }

    public void Dispose()
    {
        _sdk.Dispose();
        _meter.Dispose();
    }

    private static void Configure(OtlpExporterOptions exporter, FleetOptions options, string path)
    {
        exporter.TimeoutMilliseconds = ExportTimeout;
        if (options.Protocol is { } protocol) exporter.Protocol = protocol;
        if (options.Endpoint is { } endpoint) exporter.Endpoint = exporter.Protocol == OtlpExportProtocol.HttpProtobuf ? new Uri(endpoint, path) : endpoint;
    }
}
