using System.Globalization;
using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The collector's own format, as in the shipped <c>prices.json</c>: providers with models, USD per million tokens.</summary>
internal sealed class TidemarkPrices : IPriceFormat
{
    private static readonly HashSet<string> ModelFields =
    [
        "model", "from", "source", "context", "inferred", "long", "tiers", "above", "note",
        "input", "output", "cache_read", "cache_write", "cache_write_1h", "audio_input", "audio_cache_read", "audio_output", "image_input", "image_output",
    ];

    public string Name => "Tidemark prices";

    public bool Recognises(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty("providers", out var list) && list.ValueKind == JsonValueKind.Array;

    public PriceFileContent Read(JsonElement root, string file, List<string> errors)
    {
        var top = new PriceNode(root, "$", errors);
        var prices = new List<Price>();
        var cacheApart = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = top.Text("read") ?? "undated";
        foreach (var provider in top.List("providers", "the file"))
        {
            var name = provider.Required("provider", "a provider");
            if (IsAdditive(provider, name)) cacheApart.Add(name);
            var source = $"{provider.Text("source") ?? file} ({read})";
            var tiers = TiersOf(provider, name);
            var variants = provider.Texts("variants");
            foreach (var model in provider.List("models", $"provider '{name}'")) prices.Add(PriceOf(name, source, model) is var price && price.Tiers.Count > 0
                ? price with { Variants = variants, Tiers = Merged(tiers, price.Tiers) }
                : price with { Variants = variants, Tiers = tiers });
        }

        return new PriceFileContent(prices)
        {
            Resale = ResaleOf(top),
            CacheApart = cacheApart,
            Hosts = top.Texts("hosts").ToHashSet(StringComparer.OrdinalIgnoreCase),
            Frameworks = top.Texts("frameworks").ToHashSet(StringComparer.OrdinalIgnoreCase),
        };
    }

    private static bool IsAdditive(PriceNode provider, string name)
    {
        if (provider.Find("cache") is not { } cache) return false;
        var text = cache.Value.ValueKind == JsonValueKind.String ? cache.Value.GetString() : null;
        if (text is not ("inclusive" or "additive")) cache.Fail($"{name}: 'cache' is neither inclusive nor additive");
        return text == "additive";
    }

    private static Price PriceOf(string provider, string source, PriceNode model)
    {
        var name = model.Required("model", $"a model of '{provider}'");
        var place = $"{provider}/{name}";
        foreach (var (field, node) in model.Members().Where(member => !ModelFields.Contains(member.Name)))
            node.Fail($"{place}: '{field}' is not a field of a price");
        var tier = model.Find("long");
        return new Price(
            provider,
            name,
            FromOf(model, place),
            RatesOf(model, place, isOptional: true),
            model.Count("context"),
            tier?.Count("above"),
            tier is { } above ? RatesOf(above, place + " long", isOptional: false) : null,
            (model.Text("source") ?? source) + InferredOf(model, "") + (tier is { } inferred ? InferredOf(inferred, "long ") : ""))
        {
            Tiers = TiersOf(model, place),
        };
    }

    private static DateTime FromOf(PriceNode model, string place)
    {
        if (model.Text("from") is not { } date) return Price.Always;
        if (DateTime.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var from)) return from;
        model.Fail($"{place}: 'from' is not a date");
        return Price.Always;
    }

    // Readers of the price can see which of its numbers are not published.
    private static string InferredOf(PriceNode rates, string tier)
    {
        var names = rates.Texts("inferred");
        return names.Count == 0 ? "" : $"; inferred: {string.Join(", ", names.Select(name => tier + name))}";
    }

    /// <param name="isOptional">Whether a model may have a context window and no price.</param>
    private static Rates? RatesOf(PriceNode rates, string place, bool isOptional)
    {
        var input = rates.Usd("input", place);
        var output = rates.Usd("output", place);
        if (isOptional && rates.Find("input") is null && rates.Find("output") is null && rates.Find("context") is not null) return null;
        if (rates.Find("input") is null || rates.Find("output") is null) rates.Fail($"{place}: 'input' and 'output' are needed");
        return new Rates(input ?? 0, output ?? 0, rates.Usd("cache_read", place), rates.Usd("cache_write", place))
        {
            CacheWriteHour = rates.Usd("cache_write_1h", place),
            AudioInput = rates.Usd("audio_input", place),
            AudioCacheRead = rates.Usd("audio_cache_read", place),
            AudioOutput = rates.Usd("audio_output", place),
            ImageInput = rates.Usd("image_input", place),
            ImageOutput = rates.Usd("image_output", place),
        };
    }

    // A factor on the standard rates, or separate rates.
    private static Dictionary<string, TierRate> TiersOf(PriceNode owner, string place)
    {
        var tiers = new Dictionary<string, TierRate>(StringComparer.Ordinal);
        foreach (var (name, node) in owner.Find("tiers")?.Members() ?? [])
        {
            if (node.Value.ValueKind == JsonValueKind.Number && node.Value.TryGetDecimal(out var factor) && factor > 0)
                tiers[name] = new TierRate(factor, null);
            else if (node.IsObject) tiers[name] = new TierRate(null, RatesOf(node, $"{place} {name}", isOptional: false));
            else node.Fail($"{place}: tier '{name}' is neither a factor nor rates");
        }

        return tiers;
    }

    private static Dictionary<string, TierRate> Merged(Dictionary<string, TierRate> provider, IReadOnlyDictionary<string, TierRate> own)
    {
        var merged = new Dictionary<string, TierRate>(provider, StringComparer.Ordinal);
        foreach (var (name, rate) in own) merged[name] = rate;
        return merged;
    }

    private static Dictionary<string, IReadOnlyList<string>> ResaleOf(PriceNode top)
    {
        var resale = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in top.Find("resale")?.Items() ?? [])
        {
            if (row.Text("provider") is { } provider) resale[provider] = row.Texts("sells");
            else row.Fail("a row of 'resale' has no 'provider'");
        }

        return resale;
    }
}
