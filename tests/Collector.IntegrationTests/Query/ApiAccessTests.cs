using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Query;

public sealed class ApiAccessTests(ApiFixture api) : IClassFixture<ApiFixture>
{
    [Fact]
    public async Task Key_Asked_OpensTheApiToItsHoldersOnly()
    {
        const string key = "a-key-of-ours";
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Receive:ApiKeys:0:Source"] = "ops",
            ["Tidemark:Receive:ApiKeys:0:Sha256"] = Hash(key),
            ["Tidemark:Receive:ApiKeys:0:Role"] = "Read",
            ["Tidemark:Receive:ApiKeys:1:Source"] = "agents",
            ["Tidemark:Receive:ApiKeys:1:Sha256"] = Hash("a-key-of-senders"),
            ["Tidemark:Receive:ApiKeys:1:Role"] = "Send",
        });
        using var client = new HttpClient { BaseAddress = collector.Process.Api };

        foreach (var path in new[] { "/api/sessions", "/api/events/stream", "/openapi/v1.json", "/api/process", "/api/nothing" })
        {
            using var refused = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, refused.StatusCode));
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
        }

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).StatusCode);
        Assert.StartsWith("# Session stuck", await client.GetStringAsync(new Uri("/runbooks/stuck-session", UriKind.Relative)), StringComparison.Ordinal);
        Assert.StartsWith("# Runbooks", await client.GetStringAsync(new Uri("/runbooks", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri("/runbooks/nothing", UriKind.Relative))).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", key);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/api/sessions", UriKind.Relative))).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", "another");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("/api/sessions", UriKind.Relative))).StatusCode);

        client.DefaultRequestHeaders.Authorization = new("Bearer", "a-key-of-senders");
        foreach (var path in new[] { "/api/sessions", "/api/sessions?format=csv", "/api/events/stream", "/openapi/v1.json", "/api/process" })
        {
            using var denied = await client.GetAsync(new Uri(path, UriKind.Relative));
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, denied.StatusCode));
            Assert.Contains("can only send", await denied.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    /// <summary>So that load spreads over collectors that were added. A WebSocket's handshake is no end of a connection.</summary>
    [Fact]
    public async Task Connection_OlderThanItsMaxAge_EndsAfterARequest()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Query:MaxConnectionAge"] = "00:00:01" });
        using var old = new TcpClient();
        await old.ConnectAsync(collector.Process.Api.Host, collector.Process.Api.Port);
        using var client = new HttpClient { BaseAddress = collector.Process.Api };

        await Eventually.TrueAsync(async () =>
        {
            using var response = await client.GetAsync(new Uri("/api/health", UriKind.Relative));
            return response.Headers.ConnectionClose == true;
        });

        await using var stream = old.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            "GET /api/events/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: "
                + "13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 101", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cors_OnlyConfiguredOrigins_MayReadTheAnswer()
    {
        using var allowed = await api.GetAsync("/api/sessions", ("Origin", "https://ops.example.com"));
        using var foreign = await api.GetAsync("/api/sessions", ("Origin", "https://evil.example.com"));

        Assert.Equal("https://ops.example.com", allowed.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.False(foreign.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task WebSocket_FromForeignPage_IsRefused()
    {
        await using var allowed = await WebSocketClient.OpenAsync(api.Collector.Process.Api, origin: "https://ops.example.com");

        var refused = await Assert.ThrowsAsync<WebSocketException>(() => WebSocketClient.OpenAsync(
            api.Collector.Process.Api, origin: "https://evil.example.com"));

        Assert.Contains("403", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example.com", HttpStatusCode.Forbidden)]
    [InlineData("localhost:1234", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", HttpStatusCode.OK)]
    public async Task Host_NameThatResolvesHere_IsRefusedUnlessKnown(string host, HttpStatusCode expected)
    {
        using var response = await api.GetAsync("/api/sessions", ("Host", host));

        Assert.Equal(expected, response.StatusCode);
    }

    private static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    [Fact]
    public async Task Api_Written_IsRefused()
    {
        using var client = new HttpClient { BaseAddress = api.Collector.Process.Api };

        using var response = await client.PostAsync(new Uri("/api/sessions", UriKind.Relative), new StringContent("{}"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task OpenApi_Document_DescribesEveryAddressWithItsParameters()
    {
        var document = await api.JsonAsync("/openapi/v1.json");

        var paths = document.GetProperty("paths");
        string[] expected =
        [
            "/api/arrivals", "/api/budgets", "/api/events", "/api/events/stream", "/api/health", "/api/insights", "/api/ledger", "/api/sessions",
            "/api/sessions/{id}",
            "/api/sessions/{id}/report", "/api/sessions/{id}/conversations", "/api/sessions/{id}/events", "/api/sessions/{id}/operations", "/api/windows",
            "/healthz", "/readyz", "/api/process",
        ];
        Assert.Equal(expected.Order(), paths.EnumerateObject().Select(path => path.Name).Order());
        var sessions = paths.GetProperty("/api/sessions").GetProperty("get");
        Assert.Contains("cost_usd", sessions.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            ["after", "agent", "environment", "format", "from", "inferred", "limit", "model", "service", "session", "sort", "status", "to", "user"],
            sessions.GetProperty("parameters").EnumerateArray().Select(one => one.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal("array", sessions.GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json")
            .GetProperty("schema").GetProperty("properties").GetProperty("items").GetProperty("type").GetString());
    }
}
