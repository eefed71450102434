using System.Net;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Web pages have no access unless their origin is configured.</summary>
public sealed class OriginTests
{
    private const string Ours = "https://app.example.com";

    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    [Theory]
    [InlineData(Ours, true)]
    [InlineData("https://evil.example", false)]
    public async Task Preflight_ConfiguredOrigin_IsAllowed(string origin, bool isAllowed)
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:CorsOrigins", $"http://localhost:3000, {Ours}"));
        using var client = host.CreateHttpClient();

        using var preflight = await client.SendAsync(Preflight(origin));
        using var post = new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = Bodies.Protobuf(OneSpan), Headers = { { "Origin", origin } } };
        using var response = await client.SendAsync(post);

        Assert.Equal(isAllowed ? origin : null, Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Equal(isAllowed ? "POST" : null, Header(preflight, "Access-Control-Allow-Methods"));
        Assert.Equal(isAllowed ? "content-type" : null, Header(preflight, "Access-Control-Allow-Headers"));
        Assert.Equal(isAllowed ? origin : null, Header(response, "Access-Control-Allow-Origin"));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task Preflight_NoOriginConfigured_AllowsNobody()
    {
        await using var host = await ReceiveHost.StartAsync();
        using var client = host.CreateHttpClient();

        using var preflight = await client.SendAsync(Preflight(Ours));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, preflight.StatusCode);
        Assert.Null(Header(preflight, "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("evil.example", false)]
    [InlineData("localhost.evil.example", false)]
    [InlineData("localhost", true)]
    [InlineData("shop.localhost:4318", true)]
    [InlineData("[::1]", true)]
    [InlineData("collector.internal", true)]
    public async Task Send_ForeignHostOnLoopback_IsRefusedForGood(string name, bool isKnown)
    {
        await using var host = await ReceiveHost.StartAsync(("Receive:Hosts", "collector.internal"));
        using var http = host.CreateHttpClient();
        using var grpc = host.CreateGrpcClient();

        using var post = new HttpRequestMessage(HttpMethod.Post, "/v1/traces") { Content = Bodies.Protobuf(OneSpan), Headers = { Host = name } };
        using var response = await http.SendAsync(post);
        var answer = await grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("Host", name));

        Assert.Equal(isKnown ? HttpStatusCode.OK : HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(isKnown ? 0 : 7, answer.Status);
        Assert.Equal(isKnown ? 2 : 0, host.Ingest.Committed.Count);
    }

    private static HttpRequestMessage Preflight(string origin) => new(HttpMethod.Options, "/v1/traces")
    {
        Headers = { { "Origin", origin }, { "Access-Control-Request-Method", "POST" }, { "Access-Control-Request-Headers", "content-type" } },
    };

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
