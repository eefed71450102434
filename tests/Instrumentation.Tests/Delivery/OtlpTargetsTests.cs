using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;
using Tidemark.Instrumentation.Delivery;

namespace Tidemark.Instrumentation.Tests.Delivery;

public sealed class OtlpTargetsTests
{
    [Theory]
    [InlineData(null, null, "http://localhost:4317/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    [InlineData(null, "http/protobuf", "http://localhost:4318/v1/traces")]
    [InlineData("http://collector:4317", null, "http://collector:4317/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    [InlineData("http://collector:4318", null, "http://collector:4318/v1/traces")]
    [InlineData("https://collector/base/", "http/protobuf", "https://collector/base/v1/traces")]
    [InlineData("https://collector/base", "http/protobuf", "https://collector/base/v1/traces")]
    public void Read_GeneralVariables_AddTheSignalsPath(string? endpoint, string? protocol, string address)
    {
        var targets = Read(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint, ["OTEL_EXPORTER_OTLP_PROTOCOL"] = protocol });

        Assert.Empty(targets.Problems);
        Assert.Equal(address, targets[Signal.Traces]!.Address.AbsoluteUri);
    }

    [Fact]
    public void Read_VariableOfASignal_WinsAndIsTheWholeAddress()
    {
        var targets = Read(new()
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317",
            ["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"] = "http://logs:4318/in",
            ["OTEL_EXPORTER_OTLP_LOGS_PROTOCOL"] = "http/protobuf",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = "x-api-key=a%20b,team=search",
            ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "2500",
            ["OTEL_EXPORTER_OTLP_COMPRESSION"] = "gzip",
        });

        Assert.Equal("http://logs:4318/in", targets[Signal.Logs]!.Address.AbsoluteUri);
        Assert.Equal(OtlpExportProtocol.Grpc, targets[Signal.Traces]!.Protocol);
        Assert.Equal([new("x-api-key", "a b"), new("team", "search")], targets[Signal.Traces]!.Headers);
        Assert.Equal((TimeSpan.FromSeconds(2.5), true), (targets[Signal.Traces]!.Timeout, targets[Signal.Traces]!.Compresses));
    }

    [Fact]
    public void Read_Options_WinOverVariables()
    {
        var options = new TidemarkExportOptions { Endpoint = new Uri("http://other:4318/base"), Protocol = OtlpExportProtocol.HttpProtobuf, Headers = "a=b" };
        var targets = Read(new() { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "http://collector:4317", ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc" }, options);

        Assert.Equal("http://other:4318/base/v1/metrics", targets[Signal.Metrics]!.Address.AbsoluteUri);
        Assert.Equal([new("a", "b")], targets[Signal.Metrics]!.Headers);
    }

    private static OtlpTargets Read(Dictionary<string, string?> settings, TidemarkExportOptions? options = null) =>
        OtlpTargets.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), options ?? new TidemarkExportOptions());
}
