using System.Net;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Decompression bombs with default limits: refused, and memory does not grow.</summary>
[Collection(MemoryCollection.Name)]
public sealed class BombTests : IAsyncLifetime
{
    private const long Gigabyte = 1024 * 1024 * 1024;
    private const long Allowed = 50 * 1024 * 1024;

    /// <summary>Default limits of a request.</summary>
    private const long RequestBytes = 64 * 1024 * 1024;

    /// <summary>More than any limit of a request, in about 4 MiB.</summary>
    private const int Many = 2_100_000;

    private const int WarmUps = 2;

    private static readonly Lazy<byte[]> CompressedGigabyte = new(() => Bodies.CompressZeros(Gigabyte));

    private ReceiveHost _host = null!;
    private HttpClient _http = null!;
    private GrpcClient _grpc = null!;

    /// <summary>The repeated part, and the request around it.</summary>
    public static TheoryData<string> Repeated => [.. Requests.Keys];

    private static readonly Dictionary<string, Func<ProtobufWriter>> Requests = new()
    {
        ["resources"] = () => new ProtobufWriter().EmptyMessages(1, Many),
        ["scopes"] = () => Inside(new ProtobufWriter().EmptyMessages(2, Many), 1),
        ["items"] = () => Inside(new ProtobufWriter().EmptyMessages(2, Many), 2, 1),
        ["attributes"] = () => Inside(new ProtobufWriter().EmptyMessages(9, Many), 2, 2, 1),
        ["span events"] = () => Inside(new ProtobufWriter().EmptyMessages(11, Many), 2, 2, 1),
        ["span links"] = () => Inside(new ProtobufWriter().EmptyMessages(13, Many), 2, 2, 1),
    };

    public async Task InitializeAsync()
    {
        _host = await ReceiveHost.StartAsync();
        _http = _host.CreateHttpClient();
        _grpc = _host.CreateGrpcClient();
        using var warm = await _http.PostAsync("/v1/traces", Bodies.Gzip(OtlpProtobuf.Traces(new OtlpSpan())));
        await _grpc.ExportAsync(OtlpProtobuf.Traces(new OtlpSpan()));
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        _grpc.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task Post_GigabyteInAMegabyte_IsTooLargeWithoutGrowth()
    {
        var bomb = CompressedGigabyte.Value;
        await using var memory = new MemoryWatch();

        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(bomb, "gzip"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed);
    }

    /// <summary>A decompression bomb with a wrong size in its trailer is inflated only up to the limit of a request, and nothing is kept.</summary>
    [Fact]
    public async Task Post_GigabyteThatSaysItIsSmall_IsTooLargeWithoutGrowth()
    {
        var bomb = CompressedGigabyte.Value.ToArray();
        BitConverter.TryWriteBytes(bomb.AsSpan(bomb.Length - 4), 1000);
        await using var memory = new MemoryWatch();

        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(bomb, "gzip"));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed);
    }

    /// <summary>No decoder takes more for it than one request may have.</summary>
    [Theory]
    [InlineData("deflate", 0)]
    [InlineData("lz4", 0)]
    [InlineData("snappy, frames", 0)]
    [InlineData("snappy, block", 0)]
    [InlineData("zstd, length declared", RequestBytes)]
    [InlineData("zstd, stream", RequestBytes)]
    public async Task Post_QuarterOfAGigabyteOfZeros_IsTooLargeWithLittleGrowth(string form, long taken)
    {
        var body = CompressedBody.Find(form);
        var bomb = body.Compress(new byte[Gigabyte / 4]);
        await using var memory = new MemoryWatch();

        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(bomb, body.Encoding));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed + taken);
    }

    [Fact]
    public async Task Export_GigabyteInAMegabyte_IsResourceExhaustedWithoutGrowth()
    {
        var bomb = GrpcClient.Frame(CompressedGigabyte.Value, isCompressed: true);
        await using var memory = new MemoryWatch();

        var answer = await _grpc.SendAsync(new ByteArrayContent(bomb), GrpcClient.Traces, ("grpc-encoding", "gzip"));

        Assert.Equal(8, answer.Status);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed);
    }

    [Theory]
    [MemberData(nameof(Repeated))]
    public async Task Send_MillionsOfEmptyMessages_AreTooManyWithoutGrowth(string what)
    {
        var body = Bodies.Compress(Requests[what]().ToArray());
        await using var memory = new MemoryWatch();

        using var response = await _http.PostAsync("/v1/traces", Bodies.Encoded(body, "gzip"));
        var answer = await _grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(body, isCompressed: true)), GrpcClient.Traces, ("grpc-encoding", "gzip"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(3, answer.Status);
        Assert.Contains(what, answer.Message, StringComparison.Ordinal);
        Assert.InRange(await memory.GrowthAsync(), 0, Allowed);
        Assert.Equal(WarmUps, _host.Ingest.Committed.Count);
    }

    /// <summary>Puts a message inside others, from the inside out.</summary>
    private static ProtobufWriter Inside(ProtobufWriter message, params int[] fields)
    {
        foreach (var field in fields)
        {
            var inner = message;
            message = new ProtobufWriter().Message(field, inner);
        }

        return message;
    }
}
