using Dapper;
using Npgsql;

namespace Tidemark.Collector.Store.Migrations;

/// <summary>Lets one collector at a time change what tables there are, one transaction each.</summary>
internal static class SchemaLock
{
    /// <summary>Any number that no other application on the same database uses: "tidemark" in ASCII.</summary>
    public const long Key = 0x746964656D61726B;

    /// <inheritdoc cref="RunAsync{T}(NpgsqlConnection, Func{Task{T}}, CancellationToken, TimeSpan?)"/>
    public static async Task RunAsync(NpgsqlConnection connection, Func<Task> work, CancellationToken cancellationToken) => await RunAsync(
        connection,
        async () =>
        {
            await work();
            return true;
        },
        cancellationToken);

    /// <param name="connection">Not in a transaction.</param>
    /// <param name="work">Everything in it is committed, or nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <param name="lockTimeout">The longest wait for the others, and for each table; null = the connection's.</param>
    public static async Task<T> RunAsync<T>(NpgsqlConnection connection, Func<Task<T>> work, CancellationToken cancellationToken, TimeSpan? lockTimeout = null)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (lockTimeout is { } longest)
        {
            var wait = FormattableString.Invariant($"{longest.TotalMilliseconds:0}");
            await connection.ExecuteAsync(new CommandDefinition("SELECT set_config('lock_timeout', @wait, true)", new { wait }, cancellationToken: cancellationToken));
        }

        await connection.ExecuteAsync(new CommandDefinition("SELECT pg_advisory_xact_lock(@Key)", new { Key }, cancellationToken: cancellationToken));
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
