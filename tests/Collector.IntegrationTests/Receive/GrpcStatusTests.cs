using System.Net;
using System.Net.Http.Headers;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Pipeline;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Responses to gRPC calls.</summary>
public sealed class GrpcStatusTests : IAsyncLifetime
{
    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan
    {
        Name = "one",
        TraceId = Convert.FromHexString("0af7651916cd43dd8448eb211c80319c"),
        SpanId = Convert.FromHexString("b7ad6b7169203331"),
    });

    private ReceiveHost _host = null!;
    private GrpcClient _client = null!;

    public async Task InitializeAsync()
    {
        _host = await ReceiveHost.StartAsync(("Receive:MaxRequestBytes", "100000"), ("Decode:MaxItems", "100"));
        _client = _host.CreateGrpcClient();
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Export_EverySignal_IsKept()
    {
        var metric = new OtlpMetric("metric", OtlpMetric.Gauge, new OtlpPoint { Value = 1L });

        Assert.Equal(0, (await _client.ExportAsync(OneSpan)).Status);
        Assert.Equal(0, (await _client.ExportAsync(OtlpProtobuf.Logs(new OtlpLog { EventName = "event" }), GrpcClient.Logs)).Status);
        Assert.Equal(0, (await _client.ExportAsync(OtlpProtobuf.Metrics(metric), GrpcClient.Metrics)).Status);

        Assert.Equal(["one", "event", "metric"], _host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_EmptyRequest_Succeeds() => Assert.Equal(0, (await _client.ExportAsync([])).Status);

    [Fact]
    public async Task Export_Gzip_IsKept()
    {
        var framed = GrpcClient.Frame(Bodies.Compress(OneSpan), isCompressed: true);

        Assert.Equal(0, (await _client.SendAsync(new ByteArrayContent(framed), GrpcClient.Traces, ("grpc-encoding", "gzip"))).Status);
        Assert.Equal(0, (await _client.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("grpc-encoding", "gzip"))).Status);

        Assert.Equal(["one", "one"], _host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_ManySmallDataFrames_IsOneMessage()
    {
        var answer = await _client.SendAsync(new TrickleContent(GrpcClient.Frame(OneSpan), pieceLength: 1));

        Assert.Equal(0, answer.Status);
        Assert.Equal(["one"], _host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_SomeSpansBad_SaysHowManyAndWhy()
    {
        var answer = await _client.ExportAsync(OtlpProtobuf.Traces(new OtlpSpan { Name = "good" }, new OtlpSpan { TraceId = [] }));

        Assert.Equal(0, answer.Status);
        Assert.Equal([0x0A, (byte)(answer.Response.Length - 2), 0x08, 0x01, 0x12], answer.Response[..5]);
        Assert.Equal(["good"], _host.Ingest.Committed);
    }

    [Theory]
    [InlineData("/opentelemetry.proto.collector.trace.v1.TraceService/Other")]
    [InlineData("/opentelemetry.proto.collector.profiles.v1development.ProfilesService/Export")]
    [InlineData("/v1/traces")]
    [InlineData("/")]
    public async Task Export_UnknownMethod_IsUnimplemented(string method) => Assert.Equal(12, (await _client.ExportAsync(OneSpan, method)).Status);

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("000000000a01")]
    [InlineData("00000000000000000000")]
    [InlineData("05000000010a")]
    [InlineData("01000000010a")]
    [InlineData("000000000130")]
    [InlineData("0000000002308a")]
    [InlineData("00000000020aff")]
    public async Task Export_BadFrameOrMessage_IsInvalidArgument(string hex) => await AssertRefused(3, Convert.FromHexString(hex));

    [Fact]
    public async Task Export_LogsToTraces_IsInvalidArgument() => await AssertRefused(3, GrpcClient.Frame(OtlpProtobuf.Logs(new OtlpLog { EventName = "e" })));

    [Fact]
    public async Task Export_TooManyItems_IsInvalidArgument() =>
        await AssertRefused(3, GrpcClient.Frame(OtlpProtobuf.Request([.. Enumerable.Range(0, 101).Select(_ => new ProtobufWriter())])));

    [Fact]
    public async Task Export_BrokenGzip_IsInvalidArgument() =>
        await AssertRefused(3, GrpcClient.Frame(Bodies.Compress(OneSpan).AsSpan()[..^8], isCompressed: true), ("grpc-encoding", "gzip"));

    [Fact]
    public async Task Export_TooLarge_IsResourceExhaustedForGood()
    {
        await AssertRefused(8, GrpcClient.Frame(new byte[100_001]));
        await AssertRefused(8, GrpcClient.Frame(Bodies.Compress(new byte[100_001]), isCompressed: true), ("grpc-encoding", "gzip"));
    }

    /// <summary>Refused after five bytes: the client sends nothing more and still gets a response.</summary>
    [Fact]
    public async Task Export_LengthOfTwoGigabytes_IsRefusedAtOnce()
    {
        var neverEnding = new TrickleContent(Convert.FromHexString("0080000000"), pieceLength: 5, staysOpen: true);

        var answer = await _client.SendAsync(neverEnding);

        Assert.Equal(8, answer.Status);
        Assert.False(RpcStatus.Parse(answer.Details).HasRetryInfo);
    }

    [Fact]
    public async Task Export_NotGrpc_IsUnsupportedMediaType()
    {
        using var http = new HttpClient { BaseAddress = _host.Grpc };
        using var request = new HttpRequestMessage(HttpMethod.Post, GrpcClient.Traces)
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(OneSpan) { Headers = { ContentType = new MediaTypeHeaderValue("application/x-protobuf") } },
        };
        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Empty(_host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_CommitNotPossible_IsUnavailableWithRetryInfo()
    {
        _host.Ingest.OnCommit = _ => Task.FromResult(IngestResult.Unavailable(
            RefusalCause.DatabaseAway, "no database, 100 % sure", TimeSpan.FromMilliseconds(1500)));

        var answer = await _client.ExportAsync(OneSpan);

        Assert.Equal(14, answer.Status);
        Assert.Equal("no database, 100 % sure", answer.Message);
        Assert.Equal(new RpcStatus(14, "no database, 100 % sure", true), RpcStatus.Parse(answer.Details));
    }

    [Fact]
    public async Task Export_CollectorOverloaded_IsUnavailableWithRetryInfoAndUnread()
    {
        _host.Ingest.Refusal = IngestResult.Unavailable(RefusalCause.Overload, "too much", TimeSpan.FromSeconds(3));

        var answer = await _client.ExportAsync([0xFF, 0xFF]);

        Assert.Equal(14, answer.Status);
        Assert.Equal(new RpcStatus(14, "too much", true), RpcStatus.Parse(answer.Details));
        Assert.Equal(0, _host.Ingest.Opened);
    }

    [Fact]
    public async Task Export_PipelineThrows_IsUnavailableAndLoggedOnce()
    {
        _host.Ingest.OnCommit = _ => throw new InvalidOperationException("the pipeline's own fault");

        var answer = await _client.ExportAsync(OneSpan);

        Assert.Equal(14, answer.Status);
        Assert.DoesNotContain("own fault", answer.Message, StringComparison.Ordinal);
        Assert.Single(_host.Log.Entries, entry => entry.Text.Contains("the pipeline's own fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Export_DeadlinePasses_StopsTheWaitAndMayBeRetried()
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Ingest.OnCommit = async cancellationToken =>
        {
            using var registration = cancellationToken.Register(stopped.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            return IngestResult.Stored();
        };

        var answer = await _client.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("grpc-timeout", "200m"));

        Assert.Equal(4, answer.Status);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(5));
        Assert.Empty(_host.Ingest.Committed);
    }

    private async Task AssertRefused(int status, byte[] body, params (string, string)[] headers)
    {
        var answer = await _client.SendAsync(new ByteArrayContent(body), GrpcClient.Traces, headers);

        Assert.Equal(status, answer.Status);
        Assert.NotEmpty(answer.Message);
        Assert.Equal(new RpcStatus(status, answer.Message, false), RpcStatus.Parse(answer.Details));
        Assert.Empty(_host.Ingest.Committed);
    }
}
