using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>The OpenTelemetry SDK's own exporter, with a key, over both transports.</summary>
public sealed class ExporterTests
{
    private const string Key = "the-exporters-key";

    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Export_AllSignals_Arrive(OtlpExportProtocol protocol)
    {
        await using var host = await ReceiveHost.StartAsync(
            ("Receive:ApiKeys:0:Source", "sdk"),
            ("Receive:ApiKeys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))));
        var name = $"Tidemark.Tests.{protocol}";
        using var source = new ActivitySource(name);
        using var meter = new Meter(name);

        using (Sdk.CreateTracerProviderBuilder().AddSource(name).AddOtlpExporter(options => Configure(options, host, protocol, "v1/traces")).Build())
        using (Sdk.CreateMeterProviderBuilder().AddMeter(name).AddOtlpExporter(options => Configure(options, host, protocol, "v1/metrics")).Build())
        using (var logging = LoggerFactory.Create(builder => builder.AddOpenTelemetry(logger =>
            logger.AddOtlpExporter(options => Configure(options, host, protocol, "v1/logs")))))
        {
            source.StartActivity("chat gpt-5")?.Dispose();
            meter.CreateCounter<long>("test.calls").Add(1);
            logging.CreateLogger(name).Log(LogLevel.Information, new EventId(7, "test.event"), "state", null, (state, _) => state);
        }

        await Eventually.TrueAsync(() => host.Ingest.Committed.Count >= 3);
        Assert.Contains("chat gpt-5", host.Ingest.Committed);
        Assert.Contains("test.calls", host.Ingest.Committed);
        Assert.Equal("sdk", host.Ingest.LastSource);
    }

    private static void Configure(OtlpExporterOptions options, ReceiveHost host, OtlpExportProtocol protocol, string path)
    {
        options.Protocol = protocol;
        options.Endpoint = protocol == OtlpExportProtocol.Grpc ? host.Grpc : new Uri(host.Http, path);
        options.Headers = $"authorization=Bearer {Key}";
    }
}
