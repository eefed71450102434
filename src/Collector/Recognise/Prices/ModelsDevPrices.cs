using System.Text.Json;
using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>
/// models.dev's <c>api.json</c>: providers by id with models by id, USD per million tokens. A model without a cost keeps its context
/// window; a cost of 0 indicates a subscription instead of a price.
/// </summary>
internal sealed class ModelsDevPrices : IPriceFormat
{
    private const int LongContext = 200_000;

    public string Name => "models.dev prices";

    public bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.EnumerateObject().Any(provider => provider.Value.ValueKind == JsonValueKind.Object
            && provider.Value.TryGetProperty("models", out var models) && models.ValueKind == JsonValueKind.Object);

    public PriceFileContent Read(JsonElement root, string file, List<string> errors)
    {
        var prices = new List<Price>();
        foreach (var (id, provider) in new PriceNode(root, "$", errors).Members())
        {
            foreach (var (name, model) in provider.Find("models")?.Members() ?? [])
            {
                var cost = model.Find("cost");
                var rates = cost is { } standard ? RatesOf(standard, $"{id}/{name}") : null;
                if (rates is { Input: 0, Output: 0 }) rates = null;
                var context = model.Find("limit")?.Count("context");
                if (rates is null && context is null) continue;
                var above = cost?.Find("context_over_200k") is { } longCost ? RatesOf(longCost, $"{id}/{name}") : null;
                prices.Add(new Price(ProviderNames.Seller(id), name, Price.Always, rates, context, above is null ? null : LongContext, above, file));
            }
        }

        return new PriceFileContent([.. prices.DistinctBy(price => price.Name)]);
    }

    private static Rates? RatesOf(PriceNode cost, string place)
    {
        if (cost.Usd("input", place) is not { } input) return null;
        return new Rates(input, cost.Usd("output", place) ?? 0, cost.Usd("cache_read", place), cost.Usd("cache_write", place))
        {
            AudioInput = cost.Usd("input_audio", place),
            AudioOutput = cost.Usd("output_audio", place),
        };
    }
}
