using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Embedded;

/// <summary>The collector with its own PostgreSQL, as real processes.</summary>
public sealed class EmbeddedCollectorTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Root => Path.Combine(_temporary.Path, "pg");

    [Fact]
    public async Task Stop_Collector_StopsItsServer()
    {
        await using var collector = await StartAsync();
        var server = ServerPid();

        Assert.Equal(0, await collector.StopAsync());

        Assert.False(Postmaster.IsRunning(server));
    }

    [Fact]
    public async Task Restart_AfterKill_TakesOverTheServerAndSupervisesIt()
    {
        await using var collector = await StartAsync();
        var server = ServerPid();
        await collector.KillAsync();

        await collector.RestartAsync();
        Assert.Equal(server, ServerPid());
        using (var process = Process.GetProcessById(server)) process.Kill();

        await Eventually.TrueAsync(() => ServerPid() != server);
        using var client = new HttpClient();
        await Eventually.TrueAsync(async () => (await client.GetAsync(new Uri(collector.Api, "/readyz"))).IsSuccessStatusCode);
        Assert.Equal(0, await collector.StopAsync());
    }

    [Fact]
    public async Task Reader_PortAndPasswordFromFiles_ReadsAsDocumented()
    {
        await using var collector = await StartAsync();
        var reader = new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = int.Parse(await File.ReadAllTextAsync(Path.Combine(Root, "port")), CultureInfo.InvariantCulture),
            Database = "tidemark",
            Username = "tidemark_reader",
            Password = (await File.ReadAllTextAsync(Path.Combine(Root, "reader-password"))).Trim(),
            SslMode = SslMode.Disable,
        };
        await using var source = NpgsqlDataSource.Create(reader.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM tidemark.sessions");

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    public void Dispose() => _temporary.Dispose();

    private Task<CollectorProcess> StartAsync() =>
        CollectorProcess.StartAsync(connectionString: null, new Dictionary<string, string> { [$"{EmbeddedPostgresOptions.Section}:Directory"] = Root });

    private int ServerPid() => PostmasterFile.Read(Path.Combine(Root, "data", "postmaster.pid"))!.Pid;
}
