using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Statements of repricing within a lane's transaction.</summary>
internal static class RepriceStore
{
    /// <summary>The next page of calls by start time, without those with a reported cost.</summary>
    /// <param name="after">Key of the last call of the previous page; default for the first page.</param>
    public static async Task<IReadOnlyList<StoredCall>> ReadPageAsync(
        LaneTransaction transaction,
        DateTime from,
        DateTime to,
        OperationKey after,
        int rows,
        CancellationToken cancellationToken)
    {
        object[] arguments = [
            from, to, after == default ? from.AddTicks(-TimeSpan.TicksPerMicrosecond) : after.StartedAt, after.TraceId.ToGuid(), (long)after.SpanId.Value, rows
        ];
        await using var command = new NpgsqlCommand(transaction.Sql(Statement.ReadCalls), transaction.Connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<StoredCall>();
        while (await reader.ReadAsync(cancellationToken)) page.Add(new StoredCall(OperationRow.Read(reader), reader.Text("billing")));
        return page;
    }

    public static async Task WriteCostsAsync(LaneTransaction transaction, IReadOnlyList<Operation> priced, CancellationToken cancellationToken)
    {
        var write = CostColumns.All.Command(transaction.Sql(Statement.SetCosts), priced);
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { write } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Model calls of unknown cost since a given time, most frequent first.</summary>
    public static async Task<IReadOnlyList<UnpricedCalls>> ReadUnpricedAsync(LaneTransaction transaction, DateTime from, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(transaction.Sql(Statement.ListUnpriced), transaction.Connection)
        {
            Parameters = { new NpgsqlParameter { Value = from } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var calls = new List<UnpricedCalls>();
        while (await reader.ReadAsync(cancellationToken))
            calls.Add(new UnpricedCalls(reader.GetString(0), reader.GetString(1), reader.GetInt64(2), reader.GetInt64(3)));
        return calls;
    }
}
