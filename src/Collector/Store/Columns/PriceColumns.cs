using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Columns;

/// <summary>The columns of <c>model_prices</c>.</summary>
internal static class PriceColumns
{
    public static readonly ColumnSet<ModelPrice> All = new ColumnSet<ModelPrice>()
        .Text(row => row.Provider, "provider")
        .Text(row => row.Model, "model")
        .Timestamp(row => row.ValidFrom, "valid_from")
        .Key()
        .Numeric(row => row.InputUsd, "input_usd_per_million")
        .Numeric(row => row.OutputUsd, "output_usd_per_million")
        .Numeric(row => row.CacheReadUsd, "cache_read_usd_per_million")
        .Numeric(row => row.CacheWriteUsd, "cache_write_usd_per_million")
        .Int32(row => row.ContextMax, "context_max")
        .Text(row => row.Source, "source");
}
