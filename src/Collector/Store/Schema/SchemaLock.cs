using Dapper;
using Npgsql;

namespace Tidemark.Collector.Store.Schema;

/// <summary>
/// Lets one collector at a time change the schema, one transaction each. It locks a private table: with a lock that any role may take,
/// any role could block every start.
/// </summary>
internal sealed class SchemaLock(Transactions transactions)
{
    /// <inheritdoc cref="RunAsync{T}(NpgsqlConnection, Func{Task{T}}, CancellationToken, TimeSpan?)"/>
    public async Task RunAsync(
        NpgsqlConnection connection, Func<Task> work, CancellationToken cancellationToken, TimeSpan? lockTimeout = null) => await RunAsync(
        connection,
        async () =>
        {
            await work();
            return true;
        },
        cancellationToken,
        lockTimeout);

    /// <param name="connection">Not in a transaction; to a database in which a <see cref="Migrator"/> has started.</param>
    /// <param name="work">Committed completely or not at all.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <param name="lockTimeout">Maximum wait for other collectors, and for each table; null = the connection's.</param>
    public async Task<T> RunAsync<T>(NpgsqlConnection connection, Func<Task<T>> work, CancellationToken cancellationToken, TimeSpan? lockTimeout = null)
    {
        await using var transaction = await transactions.BeginAsync(connection, cancellationToken);
        if (lockTimeout is { } longest)
        {
            var wait = FormattableString.Invariant($"{longest.TotalMilliseconds:0}");
            await connection.ExecuteAsync(new CommandDefinition(
                "SELECT set_config('lock_timeout', @wait, true)", new { wait }, cancellationToken: cancellationToken));
        }

        await connection.ExecuteAsync(new CommandDefinition(Statement.OwnSchema, cancellationToken: cancellationToken));
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
