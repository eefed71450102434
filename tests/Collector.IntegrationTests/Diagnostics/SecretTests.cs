using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Receive;
using Tidemark.Collector.IntegrationTests.Reliability;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Diagnostics;

/// <summary>Keys and passwords are never logged, and can be changed without a restart.</summary>
public sealed class SecretTests : IDisposable
{
    private const string Key = "key-marker-7f3a";
    private const string WrongKey = "key-marker-wrong";
    private const string Password = "password-marker-91c2";

    private readonly TemporaryDirectory _temporary = new();

    private string PasswordFile => Path.Combine(_temporary.Path, "password");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Log_InFull_HoldsNoKeyAndNoPassword()
    {
        await using var role = await OwnerAsync();
        await using var collector = await StartAsync(role, new Dictionary<string, string>
        {
            ["Logging:LogLevel:Default"] = "Trace",
            ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
            ["Logging:LogLevel:Npgsql.Command"] = "None",
            ["Tidemark:Receive:ApiKeys:0:Source"] = "team-a",
            ["Tidemark:Receive:ApiKeys:0:Sha256"] = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        });
        AssertNoSecret(collector);
        var body = OtlpProtobuf.Traces(Calls.Inferences(1));
        using var client = new HttpClient();
        Uri[] paths = [new(collector.Process.Http, "/v1/traces"), new(collector.Process.Http, "/v1/nothing"), new(collector.Process.Api, "/api/sessions")];
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"x:{Key}"));
        foreach (var authorization in new[] { $"Bearer {Key}", $"Bearer {WrongKey}", $"Basic {basic}", $"Token {WrongKey}" })
        {
            foreach (var uri in paths)
            {
                var method = uri.AbsolutePath.StartsWith("/api", StringComparison.Ordinal) ? HttpMethod.Get : HttpMethod.Post;
                using var request = new HttpRequestMessage(method, uri) { Content = Bodies.Protobuf(body) };
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
                using var answer = await client.SendAsync(request);
                Assert.DoesNotContain("marker", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            }

            using var grpc = new GrpcClient(collector.Process.Grpc);
            await grpc.SendAsync(new ByteArrayContent(GrpcClient.Frame(body)), GrpcClient.Traces, ("authorization", authorization));
            AssertNoSecret(collector);
        }

        // Malformed requests with a key in the malformed line.
        foreach (var uri in new[] { collector.Process.Http, collector.Process.Api, collector.Process.Grpc })
        {
            foreach (var line in new[]
            {
                $"Authorization: Bearer {WrongKey}\u0001",
                $"Authorization Bearer {WrongKey}",
                $"Authorization: Bearer {WrongKey}\nX",
                $"{WrongKey}: {new string('x', 40_000)}",
            })
            {
                await SendUnreadableAsync(uri.Port, line);
            }

            AssertNoSecret(collector);
        }

        Assert.Equal(0, await collector.Process.StopAsync());
        AssertNoSecret(collector);
    }

    [Fact]
    public async Task PasswordFile_Changed_IsUsedWithoutARestart()
    {
        await using var role = await OwnerAsync();
        await using var collector = await StartAsync(role, []);
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));

        await role.ExecuteAsync($"ALTER ROLE {role.Name} PASSWORD 'another'");
        await role.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '{role.Name}'");
        // The previous file's password is not accepted.
        await Eventually.TrueAsync(() => collector.Process.Output.Contains("28P01", StringComparison.Ordinal));
        await File.WriteAllTextAsync(PasswordFile, "another\n");

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));
        await collector.AssertStoredAsync(20, 20 * Calls.TokensEach);
    }

    private static async Task SendUnreadableAsync(int port, string line)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/traces HTTP/1.1\r\nHost: localhost\r\n{line}\r\n\r\n"));
        socket.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        try
        {
            Assert.DoesNotContain("marker", await reader.ReadToEndAsync(), StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Disconnected, which is an accepted result.
        }
    }

    private static void AssertNoSecret(CollectorUnderTest collector)
    {
        Assert.DoesNotContain("marker", collector.Process.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"x:{Key}")), collector.Process.Output, StringComparison.Ordinal);
    }

    private async Task<TestRole> OwnerAsync()
    {
        await File.WriteAllTextAsync(PasswordFile, $"{Password}\n");
        return await TestRole.CreateAsync(Password);
    }

    private async Task<CollectorUnderTest> StartAsync(TestRole role, Dictionary<string, string> settings)
    {
        var database = await TestDatabase.CreateAsync($"OWNER {role.Name}");
        settings["Tidemark:Store:PasswordFile"] = PasswordFile;
        var owner = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role.Name, Password = null };
        return await CollectorUnderTest.StartOnAsync(database, settings, owner.ConnectionString);
    }
}
