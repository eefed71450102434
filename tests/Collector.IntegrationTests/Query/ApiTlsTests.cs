using System.Net;
using System.Security.Cryptography.X509Certificates;
using Tidemark.Collector.IntegrationTests.Receive;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Query;

/// <summary>The HTTP API over TLS, with files that are replaced.</summary>
public sealed class ApiTlsTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly TestAuthority _authority = new("the authority");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task Api_OverTls_AnswersStreamsAndTakesRenewedFiles()
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        Write(_authority.Issue("first", forServer: true));
        var settings = new Dictionary<string, string>
        {
            ["Tidemark:Query:Tls:Certificate"] = PathOf("server.pem"),
            ["Tidemark:Query:Tls:Key"] = PathOf("server.key"),
        };
        await using var collector = await CollectorProcess.StartAsync(database.ConnectionString, settings, waitUntilReady: false);
        var api = new UriBuilder(collector.Api) { Scheme = "https" }.Uri;
        var served = "";
        using var handler = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.Zero };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, _, _) =>
        {
            served = server?.Subject ?? "";
            return server?.Issuer == _authority.Certificate.Subject;
        };
        using var client = new HttpClient(handler) { BaseAddress = api };
        await Eventually.TrueAsync(async () => (await client.GetAsync(new Uri("/readyz", UriKind.Relative))).StatusCode == HttpStatusCode.OK);
        Assert.Equal("CN=first", served);

        Assert.Contains("\"tls\":true", await client.GetStringAsync(new Uri("/api/arrivals", UriKind.Relative)), StringComparison.Ordinal);
        using (var stream = await client.GetAsync(new Uri("/api/events/stream", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead))
            Assert.Equal("text/event-stream", stream.Content.Headers.ContentType?.MediaType);
        using var plain = new HttpClient { BaseAddress = collector.Api };
        await Assert.ThrowsAsync<HttpRequestException>(() => plain.GetAsync(new Uri("/readyz", UriKind.Relative)));
        settings["Tidemark:Query:Listen"] = $"127.0.0.1:{api.Port}";
        var asked = await CollectorExecutable.RunAsync(settings, "--healthcheck");
        Assert.True(asked.ExitCode == 0, asked.Output);

        Write(_authority.Issue("second", forServer: true));
        await Eventually.TrueAsync(async () => (await client.GetAsync(new Uri("/healthz", UriKind.Relative))).IsSuccessStatusCode && served == "CN=second");
    }

    [Fact]
    public async Task Start_KeyOfAnotherCertificate_NamesTheSetting()
    {
        Write(_authority.Issue("first", forServer: true));
        await File.WriteAllTextAsync(PathOf("server.key"), KeyOf(_authority.Issue("second", forServer: true)));

        var checkedSettings = await CollectorExecutable.RunAsync(
            new Dictionary<string, string>
            {
                ["Tidemark:Query:Listen"] = "127.0.0.1:0",
                ["Tidemark:Query:Tls:Certificate"] = PathOf("server.pem"),
                ["Tidemark:Query:Tls:Key"] = PathOf("server.key"),
            },
            "--check");

        Assert.NotEqual(0, checkedSettings.ExitCode);
        Assert.Contains("Tidemark:Query:Tls", checkedSettings.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("PRIVATE KEY", checkedSettings.Output, StringComparison.Ordinal);
    }

    private static string KeyOf(X509Certificate2 certificate) => certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem();

    private string PathOf(string name) => Path.Combine(_directory.Path, name);

    private void Write(X509Certificate2 certificate)
    {
        File.WriteAllText(PathOf("server.key"), KeyOf(certificate));
        File.WriteAllText(PathOf("server.pem"), certificate.ExportCertificatePem());
    }
}
