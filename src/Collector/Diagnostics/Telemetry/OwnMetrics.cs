using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>Collects the collector's own metrics for the database, and exports them to an OTLP endpoint if one is set.</summary>
internal sealed class OwnMetrics : IDisposable
{
    public const string Service = "tidemark-collector";

    private readonly PointCapture _capture = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _provider;

    public OwnMetrics(DiagnosticsOptions options, StateGauges gauges)
    {
        // Referenced so that the meters exist before the first collection.
        ArgumentNullException.ThrowIfNull(gauges);
        _reader = new BaseExportingMetricReader(_capture) { TemporalityPreference = MetricReaderTemporalityPreference.Cumulative };
        var builder = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(ResourceBuilder.CreateEmpty()
                .AddService(Service, serviceVersion: Version, autoGenerateServiceInstanceId: false, serviceInstanceId: Instance))
            .AddMeter([.. InstrumentList.Meters])
            .AddView(InstrumentList.Configure)
            .AddReader(_reader);
        if (options.OtlpEndpoint is not null) builder.AddReader(OtlpReader(options));
        _provider = builder.Build();
    }

    public static string Version { get; } = typeof(OwnMetrics).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>Identifies one run of one collector process.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString();

    /// <summary>Collects all metrics now. Not thread-safe.</summary>
    public IReadOnlyList<OwnPoint> Take()
    {
        _reader.Collect();
        return _capture.Take();
    }

    public void Dispose() => _provider.Dispose();

    private static PeriodicExportingMetricReader OtlpReader(DiagnosticsOptions options) => new(
        new OtlpMetricExporter(new OtlpExporterOptions { Endpoint = options.OtlpEndpoint!, Protocol = options.OtlpProtocol, Headers = options.OtlpHeaders }),
        (int)options.Interval.TotalMilliseconds);
}
