using System.Net;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Every compression that exporters offer, over both transports.</summary>
public sealed class CompressionTests : IAsyncLifetime
{
    private const int Limit = 100_000;

    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    private ReceiveHost _host = null!;
    private HttpClient _http = null!;
    private GrpcClient _grpc = null!;

    public static TheoryData<string> OverHttp => [.. CompressedBody.All.Select(body => body.ToString())];

    public static TheoryData<string> OverGrpc => [.. CompressedBody.OverGrpc.Select(body => body.ToString())];

    public async Task InitializeAsync()
    {
        _host = await ReceiveHost.StartAsync(("Receive:MaxRequestBytes", $"{Limit}"));
        _http = _host.CreateHttpClient();
        _grpc = _host.CreateGrpcClient();
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        _grpc.Dispose();
        await _host.DisposeAsync();
        Assert.DoesNotContain(_host.Log.Entries, entry => entry.Id.Id == 1000);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Post_Compressed_IsKept(string form)
    {
        Assert.Equal(HttpStatusCode.OK, await PostAsync(form, CompressedBody.Find(form).Compress(OneSpan)));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(form, CompressedBody.Find(form).Compress(Large(50_000))));

        Assert.Equal(2, _host.Ingest.Committed.Count);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Post_CompressedCutOrNone_IsBadData(string form)
    {
        var whole = CompressedBody.Find(form).Compress(OneSpan);

        foreach (var broken in (byte[][])[whole[..^1], whole[..(whole.Length / 2)], OneSpan, []])
            Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(form, broken));
        Assert.Empty(_host.Ingest.Committed);
    }

    [Theory]
    [MemberData(nameof(OverHttp))]
    public async Task Post_CompressedTooLarge_IsTooLarge(string form)
    {
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(form, CompressedBody.Find(form).Compress(new byte[Limit + 1])));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(form, CompressedBody.Find(form).Compress(new byte[Limit * 20])));
    }

    [Fact]
    public async Task Post_UnknownCompression_SaysWhatIsTaken()
    {
        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(OneSpan, "br"));

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("zstd", response.Headers.GetValues("Accept-Encoding").Single(), StringComparison.Ordinal);
        Assert.Contains("zstd", (await RpcStatus.ReadAsync(response.Content)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(OverGrpc))]
    public async Task Export_Compressed_IsKept(string form)
    {
        Assert.Equal(0, (await ExportAsync(form, CompressedBody.Find(form).Compress(OneSpan))).Status);

        // Each message says for itself whether it is compressed.
        Assert.Equal(0, (await ExportAsync(form, OneSpan, isCompressed: false)).Status);
        Assert.Equal(["one", "one"], _host.Ingest.Committed);
    }

    [Theory]
    [MemberData(nameof(OverGrpc))]
    public async Task Export_CompressedCutOrTooLarge_IsRefusedForGood(string form)
    {
        var whole = CompressedBody.Find(form).Compress(OneSpan);

        foreach (var broken in (byte[][])[whole[..^1], whole[..(whole.Length / 2)], OneSpan, []])
            Assert.Equal(3, (await ExportAsync(form, broken)).Status);
        Assert.Equal(8, (await ExportAsync(form, CompressedBody.Find(form).Compress(new byte[Limit + 1]))).Status);
        Assert.Empty(_host.Ingest.Committed);
    }

    [Fact]
    public async Task Export_UnknownCompression_SaysWhatIsTaken()
    {
        var answer = await _grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan, isCompressed: true)), GrpcClient.Traces, ("grpc-encoding", "br"));

        Assert.Equal(12, answer.Status);
        Assert.Superset(new HashSet<string> { "identity", "gzip", "zstd", "snappy" }, answer.AcceptEncoding.Split(", ").ToHashSet());
        Assert.Empty(_host.Ingest.Committed);
    }

    private static byte[] Large(int length) => OtlpProtobuf.Traces(new OtlpSpan { Name = new string('n', length) });

    private async Task<HttpStatusCode> PostAsync(string form, byte[] body)
    {
        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(body, CompressedBody.Find(form).Encoding));
        return response.StatusCode;
    }

    private Task<GrpcAnswer> ExportAsync(string form, byte[] message, bool isCompressed = true) =>
        _grpc.SendAsync(
            new ByteArrayContent(GrpcClient.Frame(message, isCompressed)), GrpcClient.Traces, ("grpc-encoding", CompressedBody.Find(form).Encoding));
}
