using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Readers;

/// <summary>Makes the role <c>tidemark_reader</c>, with which Grafana reads the public schema, where its password is known.</summary>
internal sealed class ReaderRole(StoreOptions options, EmbeddedPostgres embedded, ILogger<ReaderRole> logger)
{
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
            await ExecuteAsync(connection, Statement.MakeReader, cancellationToken);
            await using var format = new NpgsqlCommand(Statement.SetReaderPassword, connection) { Parameters = { new() { Value = password } } };
            await ExecuteAsync(connection, (string)(await format.ExecuteScalarAsync(cancellationToken))!, cancellationToken);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            logger.ReaderNotMade(exception.MessageText);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
