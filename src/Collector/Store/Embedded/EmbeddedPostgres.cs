using Npgsql;

namespace Tidemark.Collector.Store.Embedded;

/// <summary>
/// A private PostgreSQL in one directory: created at the first start, restarted when it dies, stopped with the collector.
/// A server left running by a killed collector is adopted.
/// </summary>
internal sealed class EmbeddedPostgres(EmbeddedPostgresOptions options, TimeProvider time, ILogger<EmbeddedPostgres> logger) : IAsyncDisposable
{
    public const string Owner = "tidemark";
    public const string Database = "tidemark";

    private static readonly TimeSpan LockPoll = TimeSpan.FromMilliseconds(100);

    private readonly ClusterDirectory _directory = new(options.Directory);
    private readonly Launcher _launcher = new(options);
    private readonly CancellationTokenSource _stopping = new();
    private IDisposable? _lock;
    private PostgresServer? _server;
    private Task _supervision = Task.CompletedTask;

    /// <summary>File with the password of the role that dashboards use; exists once started.</summary>
    public string ReaderPasswordFile => _directory.ReaderPasswordFile;

    /// <summary>Starts or adopts the server.</summary>
    /// <returns>The connection string of the database; it stays valid across restarts of the server.</returns>
    /// <exception cref="EmbeddedPostgresException">Not possible on this machine, or not within the start timeout; the message says how to fix it.</exception>
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows())
            throw new EmbeddedPostgresException("The embedded PostgreSQL does not run on Windows: set ConnectionStrings:Tidemark to a database of your own.");
        if (options.Errors().ToArray() is { Length: > 0 } errors) throw new EmbeddedPostgresException(string.Join(' ', errors));
        try
        {
            var initialiser = new ClusterInitialiser(options, _directory, _launcher, logger);
            await initialiser.PrepareAsync(cancellationToken);
            _lock = await LockAsync(cancellationToken);
            var binaries = await new PostgresBinariesFinder(options, _launcher).FindAsync(_directory.Major, cancellationToken);
            await initialiser.InitialiseAsync(binaries, cancellationToken);
            var server = new PostgresServer(options, _directory, binaries, _launcher, time, logger);
            var postmaster = await server.AdoptAsync(cancellationToken);
            if (postmaster is null)
            {
                _directory.Port = LoopbackPort.Choose(options.Port, _directory.Port);
                postmaster = await server.StartAsync(cancellationToken);
            }

            _server = server;
            await CreateDatabaseAsync(cancellationToken);
            _supervision = new Supervisor(server, time, logger).RunAsync(postmaster, _stopping.Token);
            return ClusterConnection.To(_directory, Database);
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            await StopAsync(CancellationToken.None);
            throw new EmbeddedPostgresException(
                $"The folder {_directory.Root} cannot be used for a database: {unusable.Message} Set {EmbeddedPostgresOptions.Section}:Directory to a folder "
                    + "that the collector can write, "
                + $"or {StoreOptions.ConnectionName} to a database of your own.",
                unusable);
        }
        catch
        {
            await StopAsync(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Stops the server after the last commit; no effect before <see cref="StartAsync"/> and when called again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _supervision;
        if (Interlocked.Exchange(ref _server, null) is { } server) await server.StopAsync(cancellationToken);
        Interlocked.Exchange(ref _lock, null)?.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _stopping.Dispose();
    }

    private async Task<IDisposable> LockAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (_directory.TryLock() is { } held) return held;
            if (time.GetElapsedTime(started) > options.StopTimeout)
            {
                throw new EmbeddedPostgresException(
                    $"Another collector runs the database in {_directory.Root}. Stop it, set {EmbeddedPostgresOptions.Section}:Directory to a folder of its "
                        + "own, "
                    + "or let both use one server by ConnectionStrings:Tidemark.");
            }

            await Task.Delay(LockPoll, time, cancellationToken);
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(ClusterConnection.To(_directory, ClusterConnection.Maintenance));
        await connection.OpenAsync(cancellationToken);
        await using var exists = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", connection) { Parameters = { new() { Value = Database } } };
        if (await exists.ExecuteScalarAsync(cancellationToken) is not null) return;
        // The reader's own database; from another one it could fill what all of them share.
        await using (var close = new NpgsqlCommand("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC", connection))
            await close.ExecuteNonQueryAsync(cancellationToken);
        await using var create = new NpgsqlCommand($"CREATE DATABASE {Database}", connection);
        await create.ExecuteNonQueryAsync(cancellationToken);
    }
}
