using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Trace;
using Tidemark.Collector.IntegrationTests.Testing;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class RealExporterTests
{
    [Theory]
    [InlineData(OtlpExportProtocol.Grpc)]
    [InlineData(OtlpExportProtocol.HttpProtobuf)]
    public async Task Export_OpenTelemetrySdk_StoresEverySpan(OtlpExportProtocol protocol)
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var name = $"test.{protocol}";
        using var source = new ActivitySource(name);
        using var provider = Sdk.CreateTracerProviderBuilder()
            .AddSource(name)
            .AddOtlpExporter(options =>
            {
                options.Protocol = protocol;
                options.Endpoint = protocol == OtlpExportProtocol.Grpc ? collector.Process.Grpc : new Uri(collector.Process.Http, "/v1/traces");
                options.BatchExportProcessorOptions.MaxQueueSize = 10_000;
                // The SDK does not retry: on a busy machine, a new collector's first response may take longer than its ten seconds.
                options.TimeoutMilliseconds = 60_000;
            })
            .Build();

        for (var i = 0; i < 500; i++)
        {
            using var call = source.StartActivity("chat claude-sonnet-4-5", ActivityKind.Client);
            call?.SetTag("gen_ai.operation.name", "chat");
            call?.SetTag("gen_ai.provider.name", "anthropic");
            call?.SetTag("gen_ai.request.model", "claude-sonnet-4-5");
            call?.SetTag("session.id", $"s-{i % 7}");
            call?.SetTag("gen_ai.usage.input_tokens", 100);
            call?.SetTag("gen_ai.usage.output_tokens", 20);
        }

        // Shutdown waits for the current export; ForceFlush only for an empty queue.
        Assert.True(provider.Shutdown(90_000));
        await collector.AssertStoredAsync(500, 500 * Calls.TokensEach);
        Assert.Equal(7, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions"));
        Assert.Equal("claude-sonnet-4-5", await collector.Database.ScalarAsync<string>("SELECT name FROM tidemark.models"));
    }
}
