using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Testing.Databases;

/// <summary>A hot standby of another PostgreSQL, by streaming replication.</summary>
internal sealed class HotStandby : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private EmbeddedPostgres _server;

    private HotStandby(EmbeddedPostgresOptions options)
    {
        _options = options;
        _server = Create();
    }

    /// <summary>Connection string of the maintenance database, which does not change on restart.</summary>
    public string ConnectionString { get; private set; } = "";

    /// <param name="primary">Connection string of the primary's owner.</param>
    /// <param name="cancellationToken">Cancels the operation.</param>
    public static async Task<HotStandby> StartAsync(string primary, CancellationToken cancellationToken)
    {
        var root = Path.Combine(Path.GetTempPath(), $"standby-{Guid.NewGuid():N}");
        CleanUp.AfterThisProcess(root);
        var options = new EmbeddedPostgresOptions
        {
            Directory = Path.Combine(root, "pg"),
            Settings = { ["fsync"] = "off", ["max_standby_streaming_delay"] = "-1" },
        };
        await CopyAsync(options, new NpgsqlConnectionStringBuilder(primary), cancellationToken);
        var standby = new HotStandby(options);
        await standby.StartAsync(cancellationToken);
        return standby;
    }

    /// <summary>Restarts it after <see cref="StopAsync"/>.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _server = Create();
        ConnectionString = await _server.StartAsync(cancellationToken);
        var port = new NpgsqlConnectionStringBuilder(ConnectionString).Port;
        _options.Port = port;
    }

    /// <summary>Promotes it; returns when it is writable.</summary>
    public Task PromoteAsync() => ExecuteAsync("SELECT pg_promote()");

    public async Task StopAsync() => await _server.DisposeAsync();

    /// <summary>Pauses or resumes replay.</summary>
    public Task ReplayAsync(bool goesOn) => ExecuteAsync(goesOn ? "SELECT pg_wal_replay_resume()" : "SELECT pg_wal_replay_pause()");

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task CopyAsync(EmbeddedPostgresOptions options, NpgsqlConnectionStringBuilder primary, CancellationToken cancellationToken)
    {
        var directory = new ClusterDirectory(options.Directory);
        var launcher = new Launcher(options);
        await new ClusterInitialiser(options, directory, launcher, NullLogger.Instance).PrepareAsync(cancellationToken);
        // Its roles are replicated from the primary.
        await File.WriteAllTextAsync(directory.PasswordFile, primary.Password, cancellationToken);
        var binaries = await new PostgresBinariesFinder(options, launcher).FindAsync(null, cancellationToken);
        var copy = await launcher.RunAsync(
            Path.Combine(binaries.Directory, "pg_basebackup"),
            [
                $"--dbname=host={primary.Host} port={primary.Port} user={primary.Username} password={primary.Password}", $"--pgdata={directory.Data}",
                "--write-recovery-conf", "--checkpoint=fast", "--wal-method=stream"
            ],
            cancellationToken);
        if (copy.ExitCode != 0) throw new InvalidOperationException($"pg_basebackup failed: {copy.Output}");
    }

    private EmbeddedPostgres Create() => new(_options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
}
