using System.Net;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Valid requests with changed bytes over real connections: each gets a response, and none is an internal error.</summary>
public sealed class TransportFuzzTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Rounds = 600;

    private static readonly OtlpSpan Span = new()
    {
        Attributes = new() { { "text", "é\"" }, { "list", new object?[] { 1L, "x" } } },
        Events = [new OtlpSpanEvent("e")],
    };
    private static readonly byte[] Protobuf = OtlpProtobuf.Traces(Span);
    private static readonly byte[] Json = OtlpJson.Traces(Span);

    private ReceiveHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceiveHost.StartAsync();

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        Assert.DoesNotContain(_host.Log.Entries, entry => entry.Id.Id == 1000);
    }

    [Theory]
    [InlineData("protobuf", 21)]
    [InlineData("json", 22)]
    [InlineData("gzip", 23)]
    [InlineData("deflate", 24)]
    [InlineData("zstd, length declared", 25)]
    [InlineData("zstd, stream", 26)]
    [InlineData("snappy, frames", 27)]
    [InlineData("snappy, block", 28)]
    [InlineData("lz4", 29)]
    public async Task Post_MutatedBodies_AreKeptOrBadData(string kind, int seed)
    {
        var random = new Random(seed);
        using var client = _host.CreateHttpClient();
        var counts = new Dictionary<HttpStatusCode, int>();
        for (var round = 0; round < Rounds; round++)
        {
            using var body = kind switch
            {
                "protobuf" => Bodies.Protobuf(Mutation.Of(Protobuf, random)),
                "json" => Bodies.Json(Mutation.Of(Json, random)),
                _ => Bodies.Encoded(Mutation.Of(CompressedBody.Find(kind).Compress(Protobuf), random), CompressedBody.Find(kind).Encoding),
            };
            using var response = await client.PostAsync("/v1/traces", body);
            counts[response.StatusCode] = counts.GetValueOrDefault(response.StatusCode) + 1;
        }

        output.WriteLine($"seed {seed}: {string.Join(", ", counts)}");
        Assert.Empty(counts.Keys.Except([HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge]));
        Assert.True(counts.ContainsKey(HttpStatusCode.BadRequest));
    }

    [Theory]
    [InlineData(null, 31)]
    [InlineData("gzip", 32)]
    [InlineData("zstd, stream", 33)]
    [InlineData("snappy, frames", 34)]
    public async Task Export_MutatedFrames_AreKeptOrBadData(string? form, int seed)
    {
        var random = new Random(seed);
        using var client = _host.CreateGrpcClient();
        var compressed = form is null ? null : CompressedBody.Find(form);
        var frame = GrpcClient.Frame(compressed?.Compress(Protobuf) ?? Protobuf, compressed is not null);
        var counts = new Dictionary<int, int>();
        for (var round = 0; round < Rounds; round++)
        {
            var answer = await client.SendAsync(
                new ByteArrayContent(Mutation.Of(frame, random)), GrpcClient.Traces, ("grpc-encoding", compressed?.Encoding ?? "gzip"));
            counts[answer.Status] = counts.GetValueOrDefault(answer.Status) + 1;
        }

        output.WriteLine($"seed {seed}: {string.Join(", ", counts)}");
        Assert.Empty(counts.Keys.Except([0, 3, 8]));
        Assert.True(counts.ContainsKey(3));
    }
}
