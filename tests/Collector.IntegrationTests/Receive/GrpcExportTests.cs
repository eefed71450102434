using Tidemark.Collector.Pipeline;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

public sealed class GrpcExportTests
{
    [Fact]
    public async Task Export_TwoSpans_AreCommittedAndAnsweredEmpty()
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = host.CreateGrpcClient();

        var answer = await client.ExportAsync(OtlpProtobuf.Traces(new OtlpSpan { Name = "one" }, new OtlpSpan { Name = "two" }));

        Assert.Equal(0, answer.Status);
        Assert.Empty(answer.Response);
        Assert.Equal(["one", "two"], host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_DatabaseAway_IsUnavailableWithRetryInfo()
    {
        await using var host = await ReceiveHost.StartAsync();
        host.Ingest.OnCommit = _ => Task.FromResult(IngestResult.Unavailable("no database", TimeSpan.FromSeconds(3)));
        using var client = host.CreateGrpcClient();

        var answer = await client.ExportAsync(OtlpProtobuf.Traces(new OtlpSpan()));

        Assert.Equal(14, answer.Status);
        Assert.Equal("no database", answer.Message);
        Assert.Contains("google.rpc.RetryInfo", System.Text.Encoding.ASCII.GetString(answer.Details), StringComparison.Ordinal);
    }
}
