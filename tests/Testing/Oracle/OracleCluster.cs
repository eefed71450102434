using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Testing.Oracle;

/// <summary>A PostgreSQL that is crashed repeatedly, separate from the one that other tests share.</summary>
internal sealed class OracleCluster : IAsyncDisposable
{
    private static readonly TimeSpan ReturnDeadline = TimeSpan.FromMinutes(2);

    private readonly EmbeddedPostgres _postgres;
    private readonly string _postmasterFile;
    private string _owner = "";
    private int _databases;

    private OracleCluster(EmbeddedPostgres postgres, string postmasterFile)
    {
        _postgres = postgres;
        _postmasterFile = postmasterFile;
    }

    /// <param name="home">Parent of its folder; null = the system's temporary folder.</param>
    /// <param name="settings">Server settings, by PostgreSQL's names.</param>
    public static async Task<OracleCluster> StartAsync(string? home, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var root = Path.Combine(home ?? Path.GetTempPath(), $"oracle-{Guid.NewGuid():N}");
        CleanUp.AfterThisProcess(root);
        var options = new EmbeddedPostgresOptions { Directory = Path.Combine(root, "pg") };
        foreach (var (name, value) in settings) options.Settings[name] = value;
        var postgres = new EmbeddedPostgres(options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        var cluster = new OracleCluster(postgres, new ClusterDirectory(options.Directory).PostmasterFile);
        cluster._owner = await postgres.StartAsync(cancellationToken);
        return cluster;
    }

    /// <returns>Connection string of a new, empty database.</returns>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = $"run_{++_databases}";
        await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(_owner) { Pooling = false }.ConnectionString);
        await using var command = owner.CreateCommand($"CREATE DATABASE {name}");
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new NpgsqlConnectionStringBuilder(_owner) { Database = name }.ConnectionString;
    }

    /// <summary>Shuts PostgreSQL down in immediate mode. Returns when its supervisor has restarted it.</summary>
    public async Task StopImmediatelyAsync(CancellationToken cancellationToken)
    {
        var before = await PidAsync(cancellationToken);
        Signals.Quit(before);
        await Eventually.TrueAsync(
            async () => await PidAsync(cancellationToken) != before && await IsUpAsync(cancellationToken), ReturnDeadline, cancellationToken);
    }

    /// <summary>Kills the server's main process; a server that its supervisor has restarted meanwhile is stopped normally.</summary>
    public async Task CrashAsync(CancellationToken cancellationToken)
    {
        Signals.Destroy(await PidAsync(cancellationToken));
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();

    private Task<int> PidAsync(CancellationToken cancellationToken) =>
        Eventually.GetAsync(() => Task.FromResult(PostmasterFile.Read(_postmasterFile)?.Pid ?? 0), pid => pid != 0, ReturnDeadline, cancellationToken);

    private async Task<bool> IsUpAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_owner) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return true;
    }
}
