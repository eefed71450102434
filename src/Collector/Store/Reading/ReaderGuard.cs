using System.Data;
using System.Diagnostics.Metrics;
using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>
/// Ends sessions of <c>tidemark_reader</c> that exceed limits, which the role can lift itself, but not here, and reverts changes of
/// the role's settings. Starts with the first connection: a migration must not wait for an idle reader.
/// </summary>
internal sealed class ReaderGuard : BackgroundService
{
    /// <summary>Maximum advisory locks per session; the collector takes none, but all sessions share the server's lock table.</summary>
    private const long MostAdvisoryLocks = 16;

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PasswordInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LogInterval = TimeSpan.FromMinutes(1);

    private readonly Database _database;
    private readonly ReaderRole _role;
    private readonly StoreOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<ReaderGuard> _logger;
    private readonly Counter<long> _ended;
    private readonly SortedDictionary<string, long> _unreported = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _restored = new(StringComparer.Ordinal);
    private readonly FailureLog _failures;

    private NpgsqlConnection? _connection;
    private long? _endedLoggedAt;
    private long? _restoredLoggedAt;
    private long _passwordSeen;
    private bool _isUnwatchedLogged;

    public ReaderGuard(Database database, ReaderRole role, StoreOptions options, TimeProvider time, IMeterFactory meters, ILogger<ReaderGuard> logger)
    {
        (_database, _role, _options, _time, _logger) = (database, role, options, time, logger);
        _passwordSeen = time.GetTimestamp();
        _failures = new FailureLog("Watching the sessions of tidemark_reader", Interval, time, logger);
        _ended = meters.Create(CollectorMeter.Name)
            .CreateCounter<long>(CollectorMeter.ReadersEnded, "{session}", "Sessions of tidemark_reader that were ended, by the limit they exceeded.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            using var timer = new PeriodicTimer(Interval, _time);
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if (_database.HasSource) await TryRunAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The regular end: the collector is stopping.
        }
        finally
        {
            await CloseAsync();
        }
    }

    private async Task TryRunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunOnceAsync(cancellationToken);
            _failures.Succeeded();
        }
        catch (Exception exception) when (DatabaseFailure.IsContention(exception)
            || DatabaseFailure.IsLocked(exception)
            || ReaderRole.IsChangedMeanwhile(exception))
        {
            // Another collector or a reader holds the lock, or a migration is running: checked again next time.
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            if (exception is not PostgresException) await CloseAsync();
            // Workers that need the database log that it is away.
            if (_database.IsReady) _failures.Failed(exception);
        }
    }

    private async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (_connection is not { State: ConnectionState.Open })
        {
            await CloseAsync();
            // Kept for when a reader prevents new connections.
            _connection = await _database.OpenAsync(cancellationToken);
        }

        // Before anything else that reads the role: this must work while a reader blocks it.
        if (!_isUnwatchedLogged) await EndAsync(_connection, cancellationToken);
        if (!_database.IsReady) return;
        if (await _role.ReadAsync(_connection, cancellationToken) is not { } state) return;
        if (!state.IsWatched && !_isUnwatchedLogged) _logger.ReaderUnwatched();
        _isUnwatchedLogged = !state.IsWatched;
        _restored.UnionWith(await _role.RestoreAsync(_connection, state, cancellationToken));
        if (_time.GetElapsedTime(_passwordSeen) >= PasswordInterval)
        {
            _passwordSeen = _time.GetTimestamp();
            if (await _role.RestorePasswordAsync(_connection, cancellationToken)) _restored.Add("password");
        }

        if (_restored.Count == 0 || !IsDue(ref _restoredLoggedAt)) return;
        _logger.ReaderRestored(string.Join(", ", _restored));
        _restored.Clear();
    }

    private async Task EndAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var command = new NpgsqlCommand(Statement.WatchReader, connection))
        {
            // The role's own limits come first: they end a statement, this ends the session.
            var grace = Interval * 2;
            foreach (var limit in new object[]
            {
                _options.ReaderStatementTimeout + grace,
                _options.ReaderTransactionTimeout + grace,
                _options.LockTimeout / 20,
                MostAdvisoryLocks,
            })
                command.Parameters.Add(new NpgsqlParameter { Value = limit });
            await using var rows = await command.ExecuteReaderAsync(cancellationToken);
            while (await rows.ReadAsync(cancellationToken)) Count(rows.GetString(0), rows.GetInt64(1));
        }

        if (_unreported.Count == 0 || !IsDue(ref _endedLoggedAt)) return;
        _logger.ReadersEnded(_unreported.Values.Sum(), string.Join(", ", _unreported.Select(one => $"{one.Key} {one.Value}")));
        _unreported.Clear();
    }

    private void Count(string exceeded, long sessions)
    {
        _unreported[exceeded] = _unreported.GetValueOrDefault(exceeded) + sessions;
        _ended.Add(sessions, new KeyValuePair<string, object?>("limit", exceeded));
    }

    private bool IsDue(ref long? logged)
    {
        if (logged is { } last && _time.GetElapsedTime(last) < LogInterval) return false;
        logged = _time.GetTimestamp();
        return true;
    }

    private async Task CloseAsync()
    {
        if (_connection is null) return;
        await _connection.DisposeAsync();
        _connection = null;
    }
}
