using System.Net;
using System.Net.Http.Headers;
using Tidemark.Collector.Pipeline;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

public sealed class HttpExportTests
{
    [Fact]
    public async Task Post_TwoSpans_AreCommittedAndAnsweredEmpty()
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = host.CreateHttpClient();

        using var response = await client.PostAsync("/v1/traces", Protobuf(OtlpProtobuf.Traces(new OtlpSpan { Name = "one" }, new OtlpSpan { Name = "two" })));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("application/x-protobuf", response.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        Assert.Equal(["one", "two"], host.Ingest.Committed);
    }

    [Fact]
    public async Task Post_DatabaseAway_SaysWhenToComeBack()
    {
        await using var host = await ReceiveHost.StartAsync();
        host.Ingest.OnCommit = _ => Task.FromResult(IngestResult.Unavailable("no database", TimeSpan.FromSeconds(3)));
        using var client = host.CreateHttpClient();

        using var response = await client.PostAsync("/v1/traces", Protobuf(OtlpProtobuf.Traces(new OtlpSpan())));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
        Assert.Empty(host.Ingest.Committed);
    }

    private static ByteArrayContent Protobuf(byte[] body) =>
        new(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-protobuf") } };
}
