using Npgsql;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Replaces the list of users.</summary>
internal sealed class UserNameStore(Database database, Transactions transactions)
{
    private const int Rows = 10_000;

    /// <summary>Replaces all entries in one transaction.</summary>
    public async Task ReplaceAsync(IReadOnlyList<UserName> names, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var transaction = await transactions.BeginAsync(connection, cancellationToken);
        await using (var clear = new NpgsqlCommand(Statement.ClearUserNames, connection)) await clear.ExecuteNonQueryAsync(cancellationToken);
        foreach (var part in names.Chunk(Rows))
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { UserColumns.Names.Command(Statement.AddUserNames, part) } };
            await batch.ExecuteNonQueryAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }
}
