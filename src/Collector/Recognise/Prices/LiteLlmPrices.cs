using System.Text.Json;
using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>
/// LiteLLM's <c>model_prices_and_context_window.json</c>: one object per model, USD per token. Entries not priced by tokens, and
/// prices of 0, are skipped: only a sender can report that a call was free.
/// </summary>
internal sealed class LiteLlmPrices : IPriceFormat
{
    private const string Provider = "litellm_provider";
    private const decimal PerMillion = 1_000_000m;
    private const int LongContext = 200_000;

    private static readonly string[] Tiers = [ServiceTiers.Flex, ServiceTiers.Priority];

    public string Name => "LiteLLM prices";

    public bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.EnumerateObject().Any(model => model.Value.ValueKind == JsonValueKind.Object && model.Value.TryGetProperty(Provider, out _));

    public PriceFileContent Read(JsonElement root, string file, List<string> errors)
    {
        var prices = new List<Price>();
        foreach (var (key, model) in new PriceNode(root, "$", errors).Members().Where(member => member.Name != "sample_spec"))
        {
            if (model.Text(Provider) is not { } provider) continue;
            var rates = RatesOf(model, key, "");
            if (rates is null or { Input: 0, Output: 0 }) continue;
            var prefix = provider + "/";
            var name = key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? key[prefix.Length..] : key;
            var longRates = RatesOf(model, key, "_above_200k_tokens");
            prices.Add(new Price(
                ProviderNames.Seller(provider), name, Price.Always, rates, model.Count("max_input_tokens"), longRates is null ? null : LongContext, longRates,
                file)
            {
                Tiers = TiersOf(model, key),
            });
        }

        return new PriceFileContent([.. prices.DistinctBy(price => price.Name)]);
    }

    private static Dictionary<string, TierRate> TiersOf(PriceNode model, string key)
    {
        var tiers = new Dictionary<string, TierRate>(StringComparer.Ordinal);
        foreach (var tier in Tiers)
        {
            if (RatesOf(model, key, "_" + tier) is { } rates) tiers[tier] = new TierRate(null, rates);
        }

        if (RatesOf(model, key, "_batches") is { } batch) tiers[ServiceTiers.Batch] = new TierRate(null, batch);
        return tiers;
    }

    private static Rates? RatesOf(PriceNode model, string key, string suffix)
    {
        decimal? Of(string name) => model.Usd(name + suffix, key) * PerMillion;
        if (Of("input_cost_per_token") is not { } input) return null;
        return new Rates(input, Of("output_cost_per_token") ?? 0, Of("cache_read_input_token_cost"), Of("cache_creation_input_token_cost"))
        {
            CacheWriteHour = model.Usd("cache_creation_input_token_cost_above_1hr" + suffix, key) * PerMillion,
            AudioInput = Of("input_cost_per_audio_token"),
            AudioCacheRead = Of("cache_read_input_audio_token_cost"),
            AudioOutput = Of("output_cost_per_audio_token"),
            ImageInput = Of("input_cost_per_image_token"),
            ImageOutput = Of("output_cost_per_image_token"),
        };
    }
}
