using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Testing.Databases;

/// <summary>A real PgBouncer in transaction mode, with few server connections, so that clients share them.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    /// <summary>Server connections, shared by all clients.</summary>
    public const int Connections = 4;

    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

    private readonly TemporaryDirectory _folder;
    private Process _process;

    private PgBouncer(TemporaryDirectory folder, int port)
    {
        _folder = folder;
        Port = port;
        _process = Launch();
    }

    /// <summary>Null if it is not installed.</summary>
    public static string? Executable => Folders.Select(folder => Path.Combine(folder, "pgbouncer")).FirstOrDefault(File.Exists);

    public int Port { get; }

    private string Settings => Path.Combine(_folder.Path, "pgbouncer.ini");

    /// <param name="server">Connection string of the server behind it.</param>
    public static async Task<PgBouncer> StartAsync(string server)
    {
        var behind = new NpgsqlConnectionStringBuilder(server);
        var folder = new TemporaryDirectory();
        var port = LoopbackPort.Choose(0, 0);
        var users = Path.Combine(folder.Path, "users.txt");
        await File.WriteAllTextAsync(users, $"\"{behind.Username}\" \"{behind.Password}\"\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "pgbouncer.ini"),
            string.Create(CultureInfo.InvariantCulture, $"""
                [databases]
                * = host=127.0.0.1 port={behind.Port}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = md5
                auth_file = {users}
                pool_mode = transaction
                default_pool_size = {Connections}
                max_client_conn = 200
                """));
        // It does not run as root, and its user must be able to read these files.
        foreach (var path in new[] { folder.Path, users, Path.Combine(folder.Path, "pgbouncer.ini") })
            File.SetUnixFileMode(
                path,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                    | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        var pooler = new PgBouncer(folder, port);
        await pooler.AnswersAsync(server);
        return pooler;
    }

    /// <summary>Connection string of the same database through the pooler.</summary>
    public string Through(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString) { Host = "127.0.0.1", Port = Port }.ConnectionString;

    /// <summary>Kills it.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    public void Restart() => _process = Launch();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _folder.Dispose();
    }

    private Process Launch()
    {
        List<string> arguments = [Settings];
        if (Environment.IsPrivilegedProcess) arguments = ["-u", new EmbeddedPostgresOptions().User, Settings];
        return Process.Start(new ProcessStartInfo(
            Executable ?? throw new InvalidOperationException("There is no pgbouncer here: apt-get install pgbouncer."), arguments))!;
    }

    private async Task AnswersAsync(string server)
    {
        var through = new NpgsqlConnectionStringBuilder(Through(server)) { Pooling = false, NoResetOnClose = true }.ConnectionString;
        await Eventually.TrueAsync(async () =>
        {
            await using var connection = new NpgsqlConnection(through);
            await connection.OpenAsync();
            return true;
        });
    }
}
