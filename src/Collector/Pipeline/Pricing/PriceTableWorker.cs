using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Catalogue;

namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>Shows the price book in the database: at the start, and again should somebody change the rows there.</summary>
internal sealed class PriceTableWorker(Database database, PriceTable table, PriceBook book, TimeProvider time, ILogger<PriceTableWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override string Work => "Writing the price book to tidemark.model_prices";

    protected override Task RunOnceAsync(CancellationToken cancellationToken) => table.ReplaceAsync([.. book.Prices.Select(RowOf)], cancellationToken);

    private static ModelPrice RowOf(Price price) => new(
        price.Provider,
        price.Model,
        price.ValidFrom,
        price.Rates.Input,
        price.Rates.Output,
        price.Rates.CacheRead ?? price.Rates.Input,
        price.Rates.CacheWrite ?? price.Rates.Input,
        price.ContextMax,
        price.Source);
}
