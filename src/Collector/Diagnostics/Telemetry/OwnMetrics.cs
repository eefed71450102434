using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>What the collector measures of itself: taken for the database, and sent to an OTLP endpoint where one is set.</summary>
internal sealed class OwnMetrics : IDisposable
{
    public const string Service = "tidemark-collector";

    private readonly PointCapture _capture = new();
    private readonly BaseExportingMetricReader _reader;
    private readonly MeterProvider _provider;

    public OwnMetrics(DiagnosticsOptions options, StateGauges gauges)
    {
        // Named so that they exist before anything is taken.
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

    /// <summary>Identifies one run of one collector.</summary>
    public string Instance { get; } = Guid.NewGuid().ToString();

    /// <summary>Everything as of now. For one caller at a time.</summary>
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
