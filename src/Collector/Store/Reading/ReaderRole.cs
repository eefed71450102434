using System.Data;
using System.Globalization;
using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>
/// Creates the role <c>tidemark_reader</c>, which Grafana uses for the public schema, if its password is known, and reverts the role's
/// changes of its own settings.
/// </summary>
internal sealed class ReaderRole(StoreOptions options, EmbeddedPostgres embedded, SchemaLock schemaLock, TimeProvider time, ILogger<ReaderRole> logger)
{
    private const int Attempts = 20;

    /// <summary>Maximum large objects dropped at once.</summary>
    private const int Bite = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Repairs do not wait for locks: sessions are watched by the same connection.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(100);

    private static readonly string[] SuperuserSettings = ["temp_file_limit=1GB"];

    private bool _isRefused;

    private string? PasswordFile => options.ReaderPasswordFile ?? (options.ConnectionString is null ? embedded.ReaderPasswordFile : null);

    private string[] Settings =>
    [
        "default_transaction_read_only=on",
        string.Create(CultureInfo.InvariantCulture, $"statement_timeout={options.ReaderStatementTimeout.TotalMilliseconds:0}ms"),
        string.Create(CultureInfo.InvariantCulture, $"idle_in_transaction_session_timeout={options.ReaderTransactionTimeout.TotalMilliseconds:0}ms"),
        "search_path=tidemark",
    ];

    /// <summary>Run after every migration: new views and functions have to be granted as well.</summary>
    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (PasswordFile is { } file) await MakeAsync(connection, await ReadPasswordAsync(file, cancellationToken), null, cancellationToken);
        await GrantAsync(connection, null, cancellationToken);
    }

    /// <summary>A session in another database changed the role concurrently. "Tuple concurrently updated" has no SQLSTATE of its own.</summary>
    public static bool IsChangedMeanwhile(Exception exception) => exception is PostgresException { SqlState: PostgresErrorCodes.InternalError };

    /// <returns>Null if there is no such role.</returns>
    public async Task<ReaderState?> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = Command(connection, Statement.CheckReader, Settings, SuperuserSettings);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken) ? new ReaderState(row.GetBoolean(0), row.GetBoolean(1), row.GetBoolean(2), row.GetBoolean(3)) : null;
    }

    /// <summary>Reverts the role's changes of its own settings, restores missing grants, and drops objects that it created.</summary>
    /// <returns>A description of what was restored.</returns>
    public async Task<IReadOnlyList<string>> RestoreAsync(NpgsqlConnection connection, ReaderState state, CancellationToken cancellationToken)
    {
        var restored = new List<string>();
        if (!state.IsSet && await TryMakeAgainAsync(connection, cancellationToken)) restored.Add("settings");
        if (!state.IsGranted)
        {
            await GrantAsync(connection, LongestWait, cancellationToken);
            restored.Add("rights");
        }

        if (state is not { HasObjects: true, IsWatched: true }) return restored;
        await ExecuteAsync(Command(connection, Statement.DropReaderObjects, Bite), cancellationToken);
        return [.. restored, "large objects"];
    }

    /// <summary>Sets the password again if the role can no longer log in with it: it may have set another, or the file has changed.</summary>
    /// <returns>Whether it was set.</returns>
    public async Task<bool> RestorePasswordAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (await IsAcceptedAsync(connection, cancellationToken) || !await TryMakeAgainAsync(connection, cancellationToken)) return false;
        if (await IsAcceptedAsync(connection, cancellationToken)) return true;

        // Refused for another reason: a pooler that does not know the role, or pg_hba.conf.
        _isRefused = true;
        logger.ReaderRefused();
        return false;
    }

    private async Task<bool> TryMakeAgainAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_isRefused || PasswordFile is not { } file) return false;
        await MakeAsync(connection, await ReadPasswordAsync(file, cancellationToken), LongestWait, cancellationToken);
        return !_isRefused;
    }

    private static async Task<string> ReadPasswordAsync(string file, CancellationToken cancellationToken) =>
        (await File.ReadAllTextAsync(file, cancellationToken)).Trim();

    /// <returns>False only if the server reports a wrong password.</returns>
    private async Task<bool> IsAcceptedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (_isRefused || PasswordFile is not { } file) return true;
        var password = await ReadPasswordAsync(file, cancellationToken);
        var reader = new NpgsqlConnectionStringBuilder(connection.ConnectionString)
        {
            Username = "tidemark_reader",
            Password = password,
            Pooling = false,
            // The same server: with several hosts, others may lag behind it.
            Host = connection.Host,
            Port = connection.Port,
            TargetSessionAttributes = null,
        };
        try
        {
            await using var login = new NpgsqlConnection(reader.ConnectionString);
            await login.OpenAsync(cancellationToken);
            return true;
        }
        catch (Exception exception) when (DatabaseFailure.IsConnectionLoss(exception))
        {
            return exception is not PostgresException { SqlState: PostgresErrorCodes.InvalidPassword };
        }
    }

    private async Task MakeAsync(NpgsqlConnection connection, string password, TimeSpan? longestWait, CancellationToken cancellationToken)
    {
        try
        {
            var attempts = longestWait is null ? Attempts : 1;
            for (var attempt = 1; !await TryMakeAsync(connection, password, longestWait, isLast: attempt == attempts, cancellationToken); attempt++)
            {
                // Randomised, so that sessions that collided once do not collide again.
                await Task.Delay(Pause * Random.Shared.NextDouble(), time, cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            _isRefused = true;
            logger.ReaderNotMade(exception.MessageText);
        }
    }

    /// <returns>False if a collector in another database of the server changed the role concurrently: locks are per database, roles per
    /// server.</returns>
    private async Task<bool> TryMakeAsync(NpgsqlConnection connection, string password, TimeSpan? longestWait, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            // Npgsql closes a connection that has reported an internal error.
            if (connection.State != ConnectionState.Open) await connection.OpenAsync(cancellationToken);
            await schemaLock.RunAsync(connection, () => MakeOnceAsync(connection, password, cancellationToken), cancellationToken, longestWait);
            return true;
        }
        catch (PostgresException exception) when (IsChangedMeanwhile(exception) && !isLast)
        {
            return false;
        }
    }

    private async Task MakeOnceAsync(NpgsqlConnection connection, string password, CancellationToken cancellationToken)
    {
        var state = await ReadAsync(connection, cancellationToken);
        // Only if there is something to change: a role belongs to the whole server, and collectors of its other databases do the same.
        if (state is not { IsSet: true, IsWatched: true })
        {
            await ExecuteAsync(Command(connection, Statement.SetReaderSettings, Settings, SuperuserSettings), cancellationToken);
            await ExecuteAsync(Command(connection, Statement.MakeReader), cancellationToken);
        }

        await using var format = Command(connection, Statement.SetReaderPassword, password);
        await ExecuteAsync(Command(connection, (string)(await format.ExecuteScalarAsync(cancellationToken))!), cancellationToken);
    }

    private Task GrantAsync(NpgsqlConnection connection, TimeSpan? longestWait, CancellationToken cancellationToken) => schemaLock.RunAsync(
        connection,
        async () =>
        {
            await ExecuteAsync(Command(connection, Statement.GrantReader), cancellationToken);
            await ExecuteAsync(Command(connection, Statement.CloseDatabase), cancellationToken);
        },
        cancellationToken,
        longestWait);

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private static async Task ExecuteAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using (command) await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
