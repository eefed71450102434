using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>The database's copy of the price book, for people to look at; costs are worked out from the book itself.</summary>
internal sealed class PriceTable(Database database, DatabaseSchema schema)
{
    /// <summary>Shows these and no others, unless a later version of the collector has shown its own.</summary>
    public async Task ReplaceAsync(IReadOnlyList<ModelPrice> prices, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        var replace = PriceColumns.All.Command(Statement.ReplaceModelPrices, prices);
        replace.Parameters.Add(new() { Value = schema.Version.ToString() });
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { replace } };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
