using System.Net;
using System.Text;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Pipeline;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Responses to HTTP requests: status, content type, and whether anything was stored.</summary>
public sealed class HttpStatusTests : IAsyncLifetime
{
    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan
    {
        Name = "one",
        TraceId = Convert.FromHexString("0af7651916cd43dd8448eb211c80319c"),
        SpanId = Convert.FromHexString("b7ad6b7169203331"),
    });

    private ReceiveHost _host = null!;
    private HttpClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await ReceiveHost.StartAsync(("Receive:MaxRequestBytes", "100000"), ("Decode:MaxItems", "100"));
        _client = _host.CreateHttpClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Theory]
    [InlineData("/v1/traces")]
    [InlineData("/v1/metrics")]
    [InlineData("/v1/logs")]
    public async Task Post_EmptyRequest_SucceedsInTheRequestsEncoding(string path)
    {
        using var protobuf = await _client.PostAsync(path, Bodies.Protobuf([]));
        using var json = await _client.PostAsync(path, Bodies.Json("{}"));

        Assert.Equal(HttpStatusCode.OK, protobuf.StatusCode);
        Assert.Equal("application/x-protobuf", protobuf.Content.Headers.ContentType?.MediaType);
        Assert.Empty(await protobuf.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.Equal("application/json", json.Content.Headers.ContentType?.MediaType);
        Assert.Equal("{}", await json.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Post_EverySignalInBothEncodings_IsKept()
    {
        var metric = new OtlpMetric("metric", OtlpMetric.Gauge, new OtlpPoint { Value = 1L });
        await AssertKept(
            "/v1/traces", Bodies.Protobuf(OtlpProtobuf.Traces(new OtlpSpan { Name = "span" })), Bodies.Json(OtlpJson.Traces(new OtlpSpan { Name = "span" })));
        await AssertKept(
            "/v1/logs", Bodies.Protobuf(OtlpProtobuf.Logs(new OtlpLog { EventName = "event" })),
            Bodies.Json(OtlpJson.Logs(new OtlpLog { EventName = "event" })));
        await AssertKept("/v1/metrics", Bodies.Protobuf(OtlpProtobuf.Metrics(metric)), Bodies.Json(OtlpJson.Metrics(metric)));

        Assert.Equal(["span", "span", "event", "event", "metric", "metric"], _host.Ingest.Committed);
    }

    [Fact]
    public async Task Post_ChunkedAndGzip_AreKept()
    {
        using var chunked = new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = Bodies.Protobuf(OneSpan) };
        chunked.Headers.TransferEncodingChunked = true;
        using var response = await _client.SendAsync(chunked);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertKept(
            "/v1/traces", Bodies.Gzip(OneSpan), Bodies.Encoded(OneSpan, "identity"), Bodies.Typed(OneSpan, "Application/X-Protobuf; charset=utf-8"));
        Assert.Equal(4, _host.Ingest.Committed.Count);
    }

    [Fact]
    public async Task Post_SomeSpansBad_SaysHowManyAndWhy()
    {
        OtlpSpan[] spans = [new() { Name = "good" }, new() { TraceId = new byte[16] }, new() { SpanId = [] }];

        using var json = await _client.PostAsync("/v1/traces", Bodies.Json(OtlpJson.Traces(spans)));
        using var protobuf = await _client.PostAsync("/v1/traces", Bodies.Protobuf(OtlpProtobuf.Traces(spans)));

        Assert.Equal(HttpStatusCode.OK, json.StatusCode);
        Assert.StartsWith(
            "{\"partialSuccess\":{\"rejectedSpans\":\"2\",\"errorMessage\":\"span rejected: its trace id", await json.Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, protobuf.StatusCode);
        var bytes = await protobuf.Content.ReadAsByteArrayAsync();
        Assert.Equal([0x0A, (byte)(bytes.Length - 2), 0x08, 0x02, 0x12], bytes[..5]);
        Assert.Equal(["good", "good"], _host.Ingest.Committed);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Send_WrongMethod_IsNotAllowed(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/v1/traces");
        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/v1/trace")]
    [InlineData("/v1/traces/")]
    [InlineData("/V1/TRACES")]
    [InlineData("/api/sessions")]
    [InlineData("/opentelemetry.proto.collector.trace.v1.TraceService/Export")]
    public async Task Post_WrongPath_SaysTheRightOnes(string path)
    {
        var status = await AssertRefused(path, Bodies.Protobuf(OneSpan), HttpStatusCode.NotFound, 12);

        Assert.Contains("/v1/logs, /v1/metrics, /v1/traces", status.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/grpc")]
    [InlineData("application/x-protobuffer")]
    public async Task Post_WrongContentType_IsUnsupported(string? type)
    {
        var status = await AssertRefused("/v1/traces", Bodies.Typed(OneSpan, type), HttpStatusCode.UnsupportedMediaType, 3);

        Assert.Contains("application/x-protobuf or application/json", status.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("br")]
    [InlineData("nonsense")]
    [InlineData("gzip,gzip")]
    [InlineData("gzip,identity")]
    public async Task Post_WrongCompression_IsUnsupported(string encodings) =>
        await AssertRefused("/v1/traces", Bodies.Encoded(Bodies.Compress(OneSpan), encodings.Split(',')), HttpStatusCode.UnsupportedMediaType, 12);

    [Fact]
    public async Task Post_BrokenGzip_IsBadData()
    {
        var whole = Bodies.Compress(OneSpan);
        foreach (var broken in (byte[][])[whole[..^8], whole[..(whole.Length / 2)], [.. whole, 1], [.. whole[..^5], 0, .. whole[^4..]], OneSpan, []])
            await AssertRefused("/v1/traces", Bodies.Encoded(broken, "gzip"), HttpStatusCode.BadRequest, 3);
    }

    /// <summary>The first half decompresses to a valid message, which must not be accepted as a smaller batch.</summary>
    [Fact]
    public async Task Post_GzipCutBetweenResources_KeepsNothing()
    {
        using var target = new MemoryStream();
        int cut;
        using (var gzip = new System.IO.Compression.GZipStream(target, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(OneSpan);
            gzip.Flush();
            cut = (int)target.Length;
            gzip.Write(OneSpan);
        }

        await AssertRefused("/v1/traces", Bodies.Encoded(target.ToArray()[..cut], "gzip"), HttpStatusCode.BadRequest, 3);
    }

    [Fact]
    public async Task Post_Malformed_IsBadDataInEitherEncoding()
    {
        await AssertRefused("/v1/traces", Bodies.Protobuf([0x0A, 0xFF]), HttpStatusCode.BadRequest, 3);
        await AssertRefused("/v1/traces", Bodies.Json("{"), HttpStatusCode.BadRequest, 3);
        await AssertRefused("/v1/traces", Bodies.Protobuf(OtlpProtobuf.Logs(new OtlpLog { EventName = "e" })), HttpStatusCode.BadRequest, 3);
        await AssertRefused("/v1/traces", Bodies.Json(OtlpJson.Logs(new OtlpLog { EventName = "e" })), HttpStatusCode.BadRequest, 3);
    }

    [Fact]
    public async Task Post_TooManyItems_IsBadDataThatSaysTheLimit()
    {
        var body = OtlpProtobuf.Request([.. Enumerable.Range(0, 101).Select(_ => new ProtobufWriter())]);

        var status = await AssertRefused("/v1/traces", Bodies.Protobuf(body), HttpStatusCode.BadRequest, 3);

        Assert.Contains("more than 100 items", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TooLarge_SaysTheLimitBeforeOrAfterDecompression()
    {
        var body = new byte[100_100];
        await AssertRefused("/v1/traces", Bodies.Protobuf(body), HttpStatusCode.RequestEntityTooLarge, 8);
        var status = await AssertRefused("/v1/traces", Bodies.Gzip(body), HttpStatusCode.RequestEntityTooLarge, 8);

        Assert.Contains("100000 bytes", status.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChunkedTooLarge_IsTooLarge()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = Bodies.Protobuf(new byte[100_100]) };
        request.Headers.TransferEncodingChunked = true;
        using var response = await _client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Post_CommitNotPossible_IsToBeRetried()
    {
        _host.Ingest.OnCommit = _ => Task.FromResult(IngestResult.Unavailable(RefusalCause.DatabaseAway, "no database", TimeSpan.FromMilliseconds(1500)));

        using var response = await _client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var status = await RpcStatus.ReadAsync(response.Content);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter?.Delta);
        Assert.Equal(new RpcStatus(14, "no database", true), status);
    }

    [Fact]
    public async Task Post_CollectorOverloaded_IsRefusedUnreadAndReportedOnce()
    {
        _host.Ingest.Refusal = IngestResult.Unavailable(RefusalCause.Overload, "too much", TimeSpan.FromSeconds(3));

        for (var i = 0; i < 5; i++)
        {
            using var response = await _client.PostAsync("/v1/traces", Bodies.Protobuf([0xFF, 0xFF]));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(3), response.Headers.RetryAfter?.Delta);
            Assert.Equal(new RpcStatus(14, "too much", true), await RpcStatus.ReadAsync(response.Content));
        }

        Assert.Equal(0, _host.Ingest.Opened);
        var report = Assert.Single(_host.Log.Entries, entry => entry.Id.Id == 1004);
        Assert.Contains("cause overload", report.Text, StringComparison.Ordinal);

        _host.Ingest.Refusal = null;
        using var taken = await _client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task Post_PipelineThrows_IsToBeRetriedAndLoggedOnceWithoutPayload()
    {
        _host.Ingest.OnCommit = _ => throw new InvalidOperationException("the pipeline's own fault");

        using var response = await _client.PostAsync("/v1/traces", Bodies.Json(OtlpJson.Traces(new OtlpSpan { Name = "payload-marker" })));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.DoesNotContain("fault", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var entry = Assert.Single(_host.Log.Entries, entry => entry.Text.Contains("the pipeline's own fault", StringComparison.Ordinal));
        Assert.Equal(1000, entry.Id.Id);
        Assert.DoesNotContain(_host.Log.Entries, logged => logged.Text.Contains("payload-marker", StringComparison.Ordinal));
    }

    private async Task AssertKept(string path, params HttpContent[] bodies)
    {
        foreach (var body in bodies)
        {
            using var response = await _client.PostAsync(path, body);
            Assert.True(response.IsSuccessStatusCode, Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()));
        }
    }

    private async Task<RpcStatus> AssertRefused(string path, HttpContent body, HttpStatusCode code, int rpcCode)
    {
        using var response = await _client.PostAsync(path, body);
        Assert.Equal(code, response.StatusCode);
        Assert.Null(response.Headers.RetryAfter);
        var isProtobuf = body.Headers.ContentType?.MediaType == "application/x-protobuf";
        Assert.Equal(isProtobuf ? "application/x-protobuf" : "application/json", response.Content.Headers.ContentType?.MediaType);
        var status = await RpcStatus.ReadAsync(response.Content);
        Assert.Equal(rpcCode, status.Code);
        Assert.NotEmpty(status.Message);
        Assert.False(status.HasRetryInfo);
        Assert.Empty(_host.Ingest.Committed);
        return status;
    }
}
