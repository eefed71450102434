using Npgsql;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Numbers payers, with a query per merge: there may be too many to cache.</summary>
internal sealed class PayerNumbers(Database database, TimeProvider time)
{
    /// <summary>Numbers payers outside any transaction: numbers stay valid as long as the payer has rollups.</summary>
    public async Task<IReadOnlyDictionary<Payer, int>> LearnAsync(IReadOnlyList<Payer> payers, CancellationToken cancellationToken)
    {
        var numbers = new Dictionary<Payer, int>(payers.Count);
        if (payers.Count == 0) return numbers;
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var use = PayerColumns.Digests.Command(Statement.UsePayers, payers);
        use.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = today });
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                PayerColumns.UsedOn(today).Command(Statement.AddPayers, payers),
                use,
                PayerColumns.Digests.Command(Statement.FindPayers, payers),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken)) numbers[payers[reader.GetInt32(0) - 1]] = reader.GetInt32(1);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return numbers;
    }
}
