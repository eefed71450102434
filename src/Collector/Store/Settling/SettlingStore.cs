using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Settling;

/// <summary>What settling reads and writes inside a lane's transaction.</summary>
internal static class SettlingStore
{
    private static readonly ColumnSet<BoundOperation> Bindings = KeyColumns.Of<BoundOperation>(row => row.Key).Text(row => row.SessionId);

    /// <summary>Takes operations whose trace has a session by now, or whose wait is over.</summary>
    public static async Task<IReadOnlyList<BoundOperation>> TakeUnboundAsync(LaneTransaction transaction, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.TakeUnbound, transaction.Now, most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var taken = new List<BoundOperation>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var compaction = reader.GetBoolean(4) ? new Compaction(reader.Value<int>(5), reader.Value<int>(6)) : null;
            taken.Add(new BoundOperation(OperationRow.ReadKey(reader), compaction, reader.Text(7)));
        }

        return taken;
    }

    public static Task BindAsync(LaneTransaction transaction, IReadOnlyList<BoundOperation> bound, CancellationToken cancellationToken) =>
        ExecuteAsync(transaction, Bindings.Command(Statement.BindOperations, bound), cancellationToken);

    public static async Task<bool> HasDueEventsAsync(LaneTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.HasDueEvents, transaction.Now);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Waits until no lane is in a transaction and keeps them out until this one ends.</summary>
    public static async Task OwnAsync(LaneTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.OwnSettling);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Turns events whose span did not come into operations; returns the keys of those that became one.</summary>
    public static async Task<IReadOnlyList<OperationKey>> TakeDueEventsAsync(LaneTransaction transaction, int most, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.TakeDueEvents, transaction.Now, most);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var stored = new List<OperationKey>();
        while (await reader.ReadAsync(cancellationToken)) stored.Add(OperationRow.ReadKey(reader));
        return stored;
    }

    public static async Task<IReadOnlyList<Operation>> ReadAsync(LaneTransaction transaction, IReadOnlyList<OperationKey> keys, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { KeyColumns.All.Command(Statement.ReadOperations, keys) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var operations = new List<Operation>(keys.Count);
        while (await reader.ReadAsync(cancellationToken)) operations.Add(OperationRow.Read(reader));
        return operations;
    }

    public static async Task ForgetAsync(LaneTransaction transaction, DateTime before, CancellationToken cancellationToken)
    {
        await using var command = Command(transaction, Statement.ForgetToldByEvent, before);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(LaneTransaction transaction, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(sql, transaction.Connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }

    private static async Task ExecuteAsync(LaneTransaction transaction, NpgsqlBatchCommand command, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { command } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
