using Dapper;
using Npgsql;
using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Reading;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

/// <summary>
/// Prepares the database and monitors its availability. Meanwhile the collector listens and asks senders to retry.
/// </summary>
internal sealed class DatabaseStartup(
    Database database,
    ReadDatabase reading,
    Cluster cluster,
    Migrator migrator,
    ReaderRole readers,
    PartitionKeeper partitions,
    EmbeddedPostgres embedded,
    StoreOptions options,
    IHostApplicationLifetime lifetime,
    DatabaseTime time,
    ILogger<DatabaseStartup> logger) : BackgroundService
{
    private static readonly TimeSpan ClockInterval = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await reading.DisposeAsync();
        await database.DisposeAsync();
        // Has a limit of its own, and is not left running if requests have used up the time.
        if (options.ConnectionString is null) await embedded.StopAsync(CancellationToken.None);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await ConnectAsync(stoppingToken);
            await PrepareAsync(stoppingToken);
            await WatchAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The regular end: the collector is stopping.
        }
        catch (EmbeddedPostgresException) when (stoppingToken.IsCancellationRequested)
        {
            // The signal that stopped the collector may have stopped initdb or the server as well.
        }
        catch (Exception exception) when (DatabaseFailure.IsFailure(exception) || exception is IOException or UnauthorizedAccessException)
        {
            logger.DatabaseUnusable(DatabaseFailure.Describe(exception).ReplaceLineEndings(" "));
            Environment.ExitCode = 1;
            // Not before everything has started: an interrupted start ends with a stack trace.
            lifetime.ApplicationStarted.Register(lifetime.StopApplication);
        }
    }

    private async Task ConnectAsync(CancellationToken cancellationToken)
    {
        var connectionString = options.ConnectionString ?? await embedded.StartAsync(cancellationToken);
        database.Use(DataSource.Create(connectionString, options));
        if (!reading.IsReplica) reading.Use(DataSource.CreateForReading(connectionString, options));
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (!await TryPrepareAsync(cancellationToken))
        {
            if (time.GetElapsedTime(started) > options.StartTimeout)
                throw new UnusableDatabaseException(
                    $"It did not become ready within {options.StartTimeout} ({StoreOptions.Section}:{nameof(options.StartTimeout)}). {database.Reason}");
            await Task.Delay(options.ProbeInterval, time, cancellationToken);
        }
    }

    private async Task<bool> TryPrepareAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await ServerCheck.RunAsync(connection, cancellationToken);
            await time.CompareAsync(connection, cancellationToken);
            await cluster.CheckAsync(connection, cancellationToken);
            var schema = await migrator.MigrateAsync(connection, cancellationToken);
            await readers.EnsureAsync(connection, cancellationToken);
            await partitions.KeepAsync(connection, cancellationToken);
            await connection.ExecuteAsync(database.Sql(Statement.SettleRestoredEvents));
            await cluster.PrepareAsync(connection, cancellationToken);
            logger.DatabaseReady(connection.PostgreSqlVersion.ToString(), schema);
            database.MarkReady();
            return true;
        }
        catch (Exception exception) when (IsPassing(exception))
        {
            database.MarkAway(exception);
            return false;
        }
    }

    /// <summary>Another collector is changing tables, or a session holds a lock on one: the start continues afterwards.</summary>
    private static bool IsPassing(Exception exception) =>
        (DatabaseFailure.IsConnectionLoss(exception) && !DatabaseFailure.IsRefusal(exception))
        || DatabaseFailure.IsContention(exception)
        || DatabaseFailure.IsLocked(exception);

    /// <summary>Lanes detect an outage; this detects its end, changes of its cause, and clock drift.</summary>
    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(options.ProbeInterval, time);
        var compared = time.GetTimestamp();
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            if (database.State != DatabaseState.Away && time.GetElapsedTime(compared) < ClockInterval) continue;
            if (!await AnswersAsync(cancellationToken)) continue;
            compared = time.GetTimestamp();
            database.MarkReady();
        }
    }

    private async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await database.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand("SELECT pg_is_in_recovery()", connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is not false) return false;
            await time.CompareAsync(connection, cancellationToken);
            return true;
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            if (database.State == DatabaseState.Away) database.MarkAway(exception);
            return false;
        }
    }
}
