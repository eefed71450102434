using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Catalogue;

/// <summary>The database's copy of the price book, for people to look at; costs are worked out from the book itself.</summary>
internal sealed class PriceTable(Database database)
{
    private static readonly ColumnSet<ModelPrice> Columns = new ColumnSet<ModelPrice>()
        .Text(row => row.Provider)
        .Text(row => row.Model)
        .Timestamp(row => row.ValidFrom)
        .Numeric(row => row.InputUsd)
        .Numeric(row => row.OutputUsd)
        .Numeric(row => row.CacheReadUsd)
        .Numeric(row => row.CacheWriteUsd)
        .Int32(row => row.ContextMax)
        .Text(row => row.Source);

    public async Task ReplaceAsync(IReadOnlyList<ModelPrice> prices, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Columns.Command(Statement.ReplaceModelPrices, prices) } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
