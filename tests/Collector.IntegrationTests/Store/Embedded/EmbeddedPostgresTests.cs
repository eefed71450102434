using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Store.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly TemporaryDirectory _temporary = new();

    private string Root => Path.Combine(_temporary.Path, "pg");

    [Fact]
    public async Task StartAsync_EmptyDirectory_GivesPrivateDatabase()
    {
        await using var postgres = Create();

        var connection = await postgres.StartAsync(default);

        Assert.Equal(
            "tidemark|tidemark|127.0.0.1",
            await ScalarAsync(connection, "SELECT current_database() || '|' || current_user || '|' || current_setting('listen_addresses')"));
        Assert.Equal("on", await ScalarAsync(connection, "SHOW synchronous_commit"));
        Assert.Equal("", await ScalarAsync(connection, "SHOW unix_socket_directories"));
    }

    [Fact]
    public async Task StartAsync_EmptyDirectory_KeepsPasswordToOwner()
    {
        await using var postgres = Create();

        var connection = new NpgsqlConnectionStringBuilder(await postgres.StartAsync(default));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Root, "password")));
        Assert.Equal(connection.Password, File.ReadAllText(Path.Combine(Root, "password")).Trim());
        connection.Password = "guess";
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(connection.ConnectionString, "SELECT 1"));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Fact]
    public async Task StartAsync_AsRoot_RunsServerAsOtherUser()
    {
        await using var postgres = Create();

        await postgres.StartAsync(default);

        var owner = File.ReadLines($"/proc/{Pid()}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        Assert.DoesNotContain("\t0\t", owner);
    }

    [Fact]
    public async Task StartAsync_AfterStop_KeepsDataAndPort()
    {
        string first;
        await using (var postgres = Create())
        {
            first = await postgres.StartAsync(default);
            await ScalarAsync(first, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (42)");
            await postgres.StopAsync(default);
        }

        await using var again = Create();
        var second = await again.StartAsync(default);

        Assert.Equal(first, second);
        Assert.Equal(42, await ScalarAsync(second, "SELECT n FROM kept"));
    }

    [Fact]
    public async Task StopAsync_WhileConnected_LeavesNoProcess()
    {
        await using var postgres = Create();
        await using var open = new NpgsqlConnection(await postgres.StartAsync(default));
        await open.OpenAsync();
        var pid = Pid();

        await postgres.StopAsync(default);

        Assert.False(Postmaster.IsRunning(pid));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    [InlineData(300)]
    public async Task StartAsync_GivenUpHalfWay_LeavesNoProcess(int milliseconds)
    {
        await using (var first = Create()) await first.StartAsync(default);
        await using var postgres = Create();
        using var stop = new CancellationTokenSource();

        var start = postgres.StartAsync(stop.Token);
        // From the server's start on, before it has written its pid file.
        await Eventually.TrueAsync(() => start.IsCompleted || Servers().Count > 0);
        await Task.Delay(TimeSpan.FromMilliseconds(milliseconds), TimeProvider.System, CancellationToken.None);
        await stop.CancelAsync();
        await Record.ExceptionAsync(() => start);
        await postgres.StopAsync(default);

        Assert.Empty(Servers());
    }

    [Fact]
    public async Task Supervision_ServerKilled_StartsItAgainOnSameConnection()
    {
        await using var postgres = Create();
        var connection = await postgres.StartAsync(default);
        await ScalarAsync(connection, "CREATE TABLE kept (n int); INSERT INTO kept VALUES (1)");
        var killed = Pid();

        Kill(killed);

        await Eventually.TrueAsync(() => Pid() != killed);
        Assert.Equal(1, await Eventually.GetAsync(() => ScalarAsync(connection, "SELECT n FROM kept"), static _ => true));
    }

    [Fact]
    public async Task StartAsync_ServerLeftByKilledCollector_TakesItOver()
    {
        await using var postgres = Create();
        var first = await postgres.StartAsync(default);
        var left = Pid();
        // The state after SIGKILL of a collector: the server runs, and the directory's lock is released.
        File.Move(Path.Combine(Root, "lock"), Path.Combine(Root, "lock.killed"));

        await using var next = Create();
        var second = await next.StartAsync(default);

        Assert.Equal(first, second);
        Assert.Equal(left, Pid());
        await next.StopAsync(default);
        Assert.False(Postmaster.IsRunning(left));
    }

    [Fact]
    public async Task StartAsync_PidOfKilledServerBelongsToAnother_StartsAnyway()
    {
        await using (var postgres = Create())
        {
            await postgres.StartAsync(default);
        }

        var self = Environment.ProcessId;
        File.WriteAllText(Path.Combine(Root, "data", "postmaster.pid"), $"{self}\n{Root}/data\n1700000000\n5432\n\n127.0.0.1\n");

        await using var next = Create();
        var connection = await next.StartAsync(default);

        Assert.Equal(1, await ScalarAsync(connection, "SELECT 1"));
    }

    [Fact]
    public async Task StartAsync_DirectoryInUse_SaysSo()
    {
        await using var first = Create();
        await first.StartAsync(default);
        await using var second = Create(options => options.StopTimeout = TimeSpan.FromMilliseconds(300));

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => second.StartAsync(default));

        Assert.Contains("Another collector", refused.Message);
        Assert.Contains("ConnectionStrings:Tidemark", refused.Message);
    }

    [Fact]
    public async Task StartAsync_NoBinaries_SaysWhatToInstallOrSet()
    {
        await using var postgres = Create(options => options.BinDirectory = _temporary.Path);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => postgres.StartAsync(default));

        Assert.Contains(_temporary.Path, refused.Message);
        Assert.Contains("apt install postgresql", refused.Message);
        Assert.Contains("ConnectionStrings:Tidemark", refused.Message);
    }

    [Fact]
    public async Task StartAsync_ClusterOfOtherVersion_SaysWhichIsMissing()
    {
        await using (var postgres = Create())
        {
            await postgres.StartAsync(default);
        }

        File.WriteAllText(Path.Combine(Root, "data", "PG_VERSION"), "9\n");
        await using var next = Create();

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => next.StartAsync(default));

        Assert.Contains("made by PostgreSQL 9", refused.Message);
    }

    [Fact]
    public async Task StartAsync_SettingThatServerRefuses_TellsItsLastLines()
    {
        await using var postgres = Create(options => options.Settings["shared_buffers"] = "no");

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => postgres.StartAsync(default));

        Assert.Contains("shared_buffers", refused.Message);
    }

    [Fact]
    public async Task StartAsync_WishedPortTaken_SaysSo()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        await using var postgres = Create(options => options.Port = port);

        var refused = await Assert.ThrowsAsync<EmbeddedPostgresException>(() => postgres.StartAsync(default));

        Assert.Contains($"Port {port} is in use", refused.Message);
    }

    public void Dispose() => _temporary.Dispose();

    private static void Kill(int pid)
    {
        using var process = Process.GetProcessById(pid);
        process.Kill();
    }

    private static async Task<object?> ScalarAsync(string connectionString, string sql)
    {
        // Not pooled, because a pooled connection would hide that the server was stopped or replaced.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Main processes of servers in this test's folder.</summary>
    private List<string> Servers() =>
    [
        .. Directory.EnumerateDirectories("/proc")
            .Select(CommandOf)
            .Where(command => command.Contains($"-D\0{Path.Combine(Root, "data")}\0", StringComparison.Ordinal)),
    ];

    private static string CommandOf(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // No such process, or it has just exited.
            return "";
        }
    }

    private int Pid() => PostmasterFile.Read(Path.Combine(Root, "data", "postmaster.pid"))!.Pid;

    private EmbeddedPostgres Create(Action<EmbeddedPostgresOptions>? configure = null)
    {
        var options = new EmbeddedPostgresOptions { Directory = Root };
        configure?.Invoke(options);
        return new EmbeddedPostgres(options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
    }
}
