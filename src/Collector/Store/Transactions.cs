using System.Data;
using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store;

/// <summary>Begins transactions with the collector's settings, which most connections have had since they were opened.</summary>
internal sealed class Transactions(StoreOptions options)
{
    public Task<NpgsqlTransaction> BeginAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        BeginAsync(connection, IsolationLevel.ReadCommitted, SessionSettings.Writing(options), cancellationToken);

    /// <summary>For commands: a statement may read all rows, however long that takes.</summary>
    public Task<NpgsqlTransaction> BeginLongAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        BeginAsync(connection, IsolationLevel.ReadCommitted, SessionSettings.Long(options), cancellationToken, isOwn: true);

    /// <summary>Read-only, with a single snapshot.</summary>
    public Task<NpgsqlTransaction> BeginReadingAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        BeginAsync(connection, IsolationLevel.RepeatableRead, SessionSettings.Reading(options), cancellationToken);

    private async Task<NpgsqlTransaction> BeginAsync(
        NpgsqlConnection connection, IsolationLevel isolation, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken,
        bool isOwn = false)
    {
        var transaction = await connection.BeginTransactionAsync(isolation, cancellationToken);
        if (!isOwn && !options.TransactionPooler) return transaction;
        try
        {
            await using var command = new NpgsqlCommand(Statement.SetLocal, connection)
            {
                Parameters =
                {
                    new NpgsqlParameter<string[]> { TypedValue = [.. settings.Keys] },
                    new NpgsqlParameter<string[]> { TypedValue = [.. settings.Values] },
                },
            };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
