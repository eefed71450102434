using System.Data;
using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Readers;

/// <summary>Makes the role <c>tidemark_reader</c>, with which Grafana reads the public schema, where its password is known.</summary>
internal sealed class ReaderRole(StoreOptions options, EmbeddedPostgres embedded, TimeProvider time, ILogger<ReaderRole> logger)
{
    private const int Attempts = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>After every migration: new views and functions have to be granted too.</summary>
    public async Task EnsureAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var file = options.ReaderPasswordFile ?? (options.ConnectionString is null ? embedded.ReaderPasswordFile : null);
        if (file is not null) await MakeAsync(connection, (await File.ReadAllTextAsync(file, cancellationToken)).Trim(), cancellationToken);
        await ExecuteAsync(connection, Statement.GrantReader, cancellationToken);
    }

    private async Task MakeAsync(NpgsqlConnection connection, string password, CancellationToken cancellationToken)
    {
        try
        {
            for (var attempt = 1; !await TryMakeAsync(connection, password, isLast: attempt == Attempts, cancellationToken); attempt++)
            {
                // At random, so that those who met once do not meet again.
                await Task.Delay(Pause * Random.Shared.NextDouble(), time, cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            logger.ReaderNotMade(exception.MessageText);
        }
    }

    /// <returns>False where a collector on another database of the server changed the role at the same moment: locks are held per database, roles are not.</returns>
    private static async Task<bool> TryMakeAsync(NpgsqlConnection connection, string password, bool isLast, CancellationToken cancellationToken)
    {
        try
        {
            // Npgsql closes a connection that has told of an internal error.
            if (connection.State != ConnectionState.Open) await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, Statement.MakeReader, cancellationToken);
            await using var format = new NpgsqlCommand(Statement.SetReaderPassword, connection) { Parameters = { new() { Value = password } } };
            await ExecuteAsync(connection, (string)(await format.ExecuteScalarAsync(cancellationToken))!, cancellationToken);
            return true;
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InternalError && !isLast)
        {
            // "Tuple concurrently updated" has no code of its own.
            return false;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
