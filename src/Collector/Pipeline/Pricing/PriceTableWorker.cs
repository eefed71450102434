using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Prices;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Pricing;

/// <summary>Writes the price book to the database: at the start, and again if the rows there were changed.</summary>
internal sealed class PriceTableWorker(Database database, PriceTable table, PriceBook book, TimeProvider time, ILogger<PriceTableWorker> logger)
    : DatabaseWorker(database, time, logger)
{
    protected override TimeSpan Interval => TimeSpan.FromHours(1);

    protected override string Work => "Writing the price book to tidemark.model_prices";

    protected override Task RunOnceAsync(CancellationToken cancellationToken) =>
        table.ReplaceAsync([.. book.Prices.Select(RowOf).OfType<ModelPrice>()], cancellationToken);

    // A model without a public price has a context window in the book, and no row here.
    private static ModelPrice? RowOf(Price price) => price.Rates is not { } rates
        ? null
        : new ModelPrice(
            price.Provider,
            price.Model,
            price.ValidFrom,
            rates.Input,
            rates.Output,
            rates.CacheRead ?? rates.Input,
            rates.CacheWrite ?? rates.Input,
            price.ContextMax,
            price.Source);
}
