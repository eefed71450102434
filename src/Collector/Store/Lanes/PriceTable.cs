using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The database's copy of the price book, for display; costs are computed from the book itself.</summary>
internal sealed class PriceTable(Database database, DatabaseSchema schema)
{
    /// <summary>Replaces the prices, unless a later version of the collector wrote them.</summary>
    public async Task ReplaceAsync(IReadOnlyList<ModelPrice> prices, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var replace = PriceColumns.All.Command(Statement.ReplaceModelPrices, prices);
        replace.Parameters.Add(new() { Value = schema.Version.ToString() });
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { replace } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
