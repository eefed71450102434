using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Tidemark.Collector.Receive;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>TLS from files, and senders named by client certificates.</summary>
public sealed class TlsTests : IAsyncLifetime, IDisposable
{
    private static readonly byte[] OneSpan = OtlpProtobuf.Traces(new OtlpSpan { Name = "one" });

    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = new("the authority");
    private readonly TestAuthority _stranger = new("a stranger");
    private ReceiveHost _host = null!;

    public async Task InitializeAsync()
    {
        var server = _authority.Issue("localhost", forServer: true);
        _host = await ReceiveHost.StartAsync(
            ("Receive:Tls:Certificate", Write("server.pem", server.ExportCertificatePem())),
            ("Receive:Tls:Key", Write("server.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem())),
            ("Receive:Tls:ClientAuthorities", Write("ca.pem", _authority.Certificate.ExportCertificatePem())));
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    public void Dispose() => _directory.Dispose();

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task Send_CertificateOfTheAuthority_CountsForItsName(string version)
    {
        using var client = Client(_authority.Issue("team-a", forServer: false));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/traces")
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = Bodies.Protobuf(OneSpan),
        };

        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("team-a", _host.Ingest.LastSource);
    }

    /// <summary>Also if HTTP/2 was negotiated in the TLS handshake.</summary>
    [Fact]
    public async Task Send_FloodOfPings_IsCut()
    {
        using var flood = await Http2Client.ConnectAsync(_host.EndPoint(ReceiveServices.HttpListener), new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ApplicationProtocols = [SslApplicationProtocol.Http2],
            ClientCertificates = [_authority.Issue("team-a", forServer: false)],
            RemoteCertificateValidationCallback = (_, server, _, _) => server?.Issuer == _authority.Certificate.Subject,
        });
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));

        Assert.Equal(FloodEnd.Closed, await flood.FloodAsync(_ => Http2Client.Frame(Http2Client.Ping, 0, 0, new byte[8]), limit.Token));
    }

    /// <summary>As a certificate renewal does: one file after another, while connections are open.</summary>
    [Fact]
    public async Task Files_Replaced_AreUsedByNewConnectionsWithoutARestart()
    {
        using var before = Client(_authority.Issue("team-a", forServer: false));
        Assert.Equal(HttpStatusCode.OK, (await before.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode);
        var renewed = _authority.Issue("renewed", forServer: true);

        // Its key does not match: the previous certificate remains in use.
        Write("server.pem", renewed.ExportCertificatePem());
        await Eventually.TrueAsync(async () => await ServedAsync() == "CN=localhost"
            && _host.Log.Entries.Any(entry => entry.Text.Contains("cannot be used", StringComparison.Ordinal)));
        Write("server.key", renewed.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await Eventually.TrueAsync(async () => await ServedAsync() == "CN=renewed");

        Assert.Equal(HttpStatusCode.OK, (await before.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode);
        Assert.DoesNotContain(_host.Log.Entries, entry => entry.Text.Contains("PRIVATE KEY", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ClientAuthorities_Replaced_DecideWhoGetsIn()
    {
        using var before = Client(_authority.Issue("team-a", forServer: false));
        Assert.Equal(HttpStatusCode.OK, (await before.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode);

        Write("ca.pem", _stranger.Certificate.ExportCertificatePem());

        await Eventually.TrueAsync(async () =>
        {
            using var client = Client(_stranger.Issue("team-b", forServer: false));
            return (await client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan))).StatusCode == HttpStatusCode.OK;
        });
        Assert.Equal("team-b", _host.Ingest.LastSource);
        using var after = Client(_authority.Issue("team-a", forServer: false));
        await Assert.ThrowsAsync<HttpRequestException>(() => after.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan)));
    }

    [Fact]
    public async Task Send_NoCertificate_DoesNotGetIn()
    {
        using var client = Client(null);

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan)));
        Assert.Equal(0, _host.Ingest.Opened);
    }

    [Fact]
    public async Task Send_CertificateOfAStranger_DoesNotGetIn()
    {
        using var client = Client(_stranger.Issue("team-a", forServer: false));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan)));
        Assert.Equal(0, _host.Ingest.Opened);
    }

    [Fact]
    public async Task Send_CertificateMadeForServers_DoesNotGetIn()
    {
        using var client = Client(_authority.Issue("team-a", forServer: true));

        await Assert.ThrowsAsync<HttpRequestException>(() => client.PostAsync("/v1/traces", Bodies.Protobuf(OneSpan)));
        Assert.Equal(0, _host.Ingest.Opened);
    }

    [Fact]
    public async Task Start_FilesThatAreMissing_SaysWhich()
    {
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => ReceiveHost.StartAsync(("Receive:Tls:Certificate", "missing.pem")));

        Assert.Contains("Tidemark:Receive:Tls", thrown.ToString(), StringComparison.Ordinal);
    }

    private HttpClient Client(X509Certificate2? certificate)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) => server?.Issuer == _authority.Certificate.Subject;
        handler.SslOptions.EnabledSslProtocols = SslProtocols.Tls13;
        if (certificate is not null) handler.SslOptions.ClientCertificates = [certificate];
        return new HttpClient(handler) { BaseAddress = new UriBuilder(_host.Http) { Scheme = "https" }.Uri, Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <returns>The server of a new connection.</returns>
    private async Task<string?> ServedAsync()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(_host.EndPoint(ReceiveServices.HttpListener));
        await using var tls = new SslStream(socket.GetStream());
        await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
        {
            TargetHost = "localhost",
            ClientCertificates = [_authority.Issue("team-a", forServer: false)],
            RemoteCertificateValidationCallback = (_, server, _, _) => server?.Issuer == _authority.Certificate.Subject,
        });
        return tls.RemoteCertificate?.Subject;
    }

    private string Write(string name, string pem)
    {
        var path = Path.Combine(_directory.Path, name);
        File.WriteAllText(path, pem);
        return path;
    }
}
