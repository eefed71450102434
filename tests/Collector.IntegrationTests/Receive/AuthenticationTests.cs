using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Receive;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Authentication of senders; bodies of others are not read.</summary>
public sealed class AuthenticationTests : IAsyncLifetime
{
    private const string KeyOfA = "a-secret-key-of-team-a";
    private const string NewKeyOfA = "the-next-key-of-team-a";
    private const string KeyOfB = "another-secret-of-team-b";
    private const string KeyOfReaders = "a-key-for-reading-only";

    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    private ReceiveHost _host = null!;

    public async Task InitializeAsync() => _host = await ReceiveHost.StartAsync(
        ("Receive:ApiKeys:0:Source", "team-a"),
        ("Receive:ApiKeys:0:Sha256", Hash(KeyOfA)),
        ("Receive:ApiKeys:1:Source", "team-a"),
        ("Receive:ApiKeys:1:Sha256", Hash(NewKeyOfA)),
        ("Receive:ApiKeys:2:Source", "team-b"),
        ("Receive:ApiKeys:2:Sha256", Hash(KeyOfB)),
        ("Receive:ApiKeys:2:Role", "send"),
        ("Receive:ApiKeys:3:Source", "readers"),
        ("Receive:ApiKeys:3:Sha256", Hash(KeyOfReaders)),
        ("Receive:ApiKeys:3:Role", "read"));

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(KeyOfA, "team-a")]
    [InlineData(NewKeyOfA, "team-a")]
    [InlineData(KeyOfB, "team-b")]
    public async Task Send_KnownKey_CountsForItsSource(string key, string source)
    {
        using var http = _host.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        using var response = await http.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(source, _host.Ingest.LastSource);

        using var grpc = _host.CreateGrpcClient();
        var answer = await grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("authorization", $"Bearer {key}"));
        Assert.Equal(0, answer.Status);
        Assert.Equal(source, _host.Ingest.LastSource);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer wrong-key-marker")]
    [InlineData("Bearer")]
    [InlineData("Basic YTpi")]
    public async Task Send_NoKnownKey_IsUnauthenticatedAndTheKeyIsWrittenNowhere(string authorization)
    {
        using var http = _host.CreateHttpClient();
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", authorization);
        using var response = await http.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var status = await RpcStatus.ReadAsync(response.Content);

        using var grpc = _host.CreateGrpcClient();
        var answer = await grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("authorization", authorization));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(16, status.Code);
        Assert.Equal(16, answer.Status);
        Assert.Equal(0, _host.Ingest.Opened);
        Assert.DoesNotContain("marker", status.Message + answer.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log.Entries, entry => entry.Text.Contains("marker", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_KeyForReading_IsDeniedAndSaysWhy()
    {
        using var http = _host.CreateHttpClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", KeyOfReaders);
        using var response = await http.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan));
        var status = await RpcStatus.ReadAsync(response.Content);
        using var grpc = _host.CreateGrpcClient();
        var answer = await grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(OneSpan)), GrpcClient.Traces, ("authorization", $"Bearer {KeyOfReaders}"));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal((7, 7), (status.Code, answer.Status));
        Assert.Contains("for reading only", status.Message, StringComparison.Ordinal);
        Assert.Contains("for reading only", answer.Message, StringComparison.Ordinal);
        Assert.Equal(0, _host.Ingest.Opened);
    }

    /// <summary>The response arrives before any of the announced 64 MiB was sent.</summary>
    [Fact]
    public async Task Send_AnonymousWithALargeBody_IsRefusedBeforeItIsRead()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_host.EndPoint(ReceiveServices.HttpListener));
        await using var stream = socket.GetStream();
        await stream.WriteAsync("POST /v1/traces HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-protobuf\r\nContent-Length: 67108864\r\n\r\n"u8.ToArray());

        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Equal("HTTP/1.1 401 Unauthorized", line);
    }

    [Fact]
    public async Task Send_AnonymousGrpcWithAnEndlessBody_IsRefusedBeforeItIsRead()
    {
        using var grpc = _host.CreateGrpcClient();

        var answer = await grpc.SendAsync(new TrickleContent(Convert.FromHexString("0004000000"), pieceLength: 5, staysOpen: true));

        Assert.Equal(16, answer.Status);
    }

    [Fact]
    public async Task Start_OpenToOtherMachinesWithoutKeys_IsRefused()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => ReceiveHost.StartAsync(("Receive:Http", "0.0.0.0:0")));

        Assert.Contains("would accept unauthenticated requests from other machines", thrown.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_ManyFaults_AreReportedTogether()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => ReceiveHost.StartAsync(
            ("Receive:MaxConnections", "0"),
            ("Receive:ApiKeys:0:Sha256", "x"),
            ("Decode:MaxItems", "0")));

        foreach (var key in (string[])["Receive:MaxConnections", "Receive:ApiKeys:0:Source", "Receive:ApiKeys:0:Sha256", "Decode:MaxItems"])
            Assert.Contains($"Tidemark:{key}", thrown.Message, StringComparison.Ordinal);
    }

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
