using System.Globalization;
using System.Text.Json;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Reads a price file. All mistakes are told at once, each with its place.</summary>
internal static class PriceFile
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <exception cref="InvalidDataException">Not a price file; the message lists every mistake.</exception>
    public static PriceFileContent Read(Stream json, string name)
    {
        using var document = Parse(json, name);
        var errors = new List<string>();
        var prices = new List<Price>();
        var cacheApart = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var read = document.RootElement.TryGetProperty("read", out var date) ? date.GetString() : null;
        foreach (var provider in Array(document.RootElement, "providers", "the file", errors))
        {
            var providerName = Text(provider, "provider", "a provider", errors);
            if (IsAdditive(provider, providerName, errors)) cacheApart.Add(providerName);
            var source = provider.TryGetProperty("source", out var url) ? $"{url.GetString()} ({read ?? "undated"})" : $"{name} ({read ?? "undated"})";
            foreach (var model in Array(provider, "models", $"provider '{providerName}'", errors)) prices.Add(PriceOf(providerName, source, model, errors));
        }

        var twice = prices.GroupBy(price => price.Name).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null) errors.Add($"{twice.Key} is listed twice");
        if (errors.Count > 0) throw new InvalidDataException($"The price file '{name}' has mistakes: {string.Join("; ", errors)}.");
        return new PriceFileContent(prices, ResaleOf(document.RootElement), cacheApart);
    }

    private static JsonDocument Parse(Stream json, string name)
    {
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The price file '{name}' is no JSON: {e.Message}", e);
        }
    }

    private static bool IsAdditive(JsonElement provider, string name, List<string> errors)
    {
        if (provider.ValueKind != JsonValueKind.Object || !provider.TryGetProperty("cache", out var cache)) return false;
        var text = cache.ValueKind == JsonValueKind.String ? cache.GetString() : null;
        if (text is not ("inclusive" or "additive")) errors.Add($"{name}: 'cache' is neither inclusive nor additive");
        return text == "additive";
    }

    private static Price PriceOf(string provider, string source, JsonElement model, List<string> errors)
    {
        var name = Text(model, "model", $"a model of '{provider}'", errors);
        var place = $"{provider}/{name}";
        var from = Price.Always;
        if (model.TryGetProperty("from", out var date)
            && !DateTime.TryParse(date.GetString(), CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out from))
        {
            errors.Add($"{place}: 'from' is no date");
        }

        var isLong = model.TryGetProperty("long", out var tier);
        return new Price(
            provider,
            name,
            from,
            RatesOf(model, place, errors),
            Count(model, "context"),
            isLong ? Count(tier, "above") : null,
            isLong ? RatesOf(tier, place + " long", errors) : null,
            (model.TryGetProperty("source", out var own) ? own.GetString() ?? source : source) + InferredOf(model, "") + (isLong ? InferredOf(tier, "long ") : ""));
    }

    // Whoever reads the price sees which of its numbers nobody has published.
    private static string InferredOf(JsonElement rates, string tier)
    {
        if (!rates.TryGetProperty("inferred", out var names) || names.ValueKind != JsonValueKind.Array) return "";
        return $"; inferred: {string.Join(", ", names.EnumerateArray().Select(name => tier + name.GetString()))}";
    }

    private static Rates RatesOf(JsonElement rates, string place, List<string> errors)
    {
        var input = Usd(rates, "input", place, errors);
        var output = Usd(rates, "output", place, errors);
        if (input is null || output is null) errors.Add($"{place}: 'input' and 'output' are needed");
        return new Rates(input ?? 0, output ?? 0, Usd(rates, "cache_read", place, errors), Usd(rates, "cache_write", place, errors));
    }

    private static decimal? Usd(JsonElement rates, string name, string place, List<string> errors)
    {
        if (!rates.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var usd) && usd >= 0) return usd;
        errors.Add($"{place}: '{name}' is no number of USD per million tokens");
        return null;
    }

    private static int? Count(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var count) ? count : null;

    private static string Text(JsonElement element, string name, string place, List<string> errors)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text) return text;
        errors.Add($"{place} has no '{name}'");
        return "";
    }

    private static JsonElement.ArrayEnumerator Array(JsonElement element, string name, string place, List<string> errors)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array) return value.EnumerateArray();
        errors.Add($"{place} has no list '{name}'");
        return default;
    }

    private static Dictionary<string, IReadOnlyList<string>> ResaleOf(JsonElement root)
    {
        var resale = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        if (!root.TryGetProperty("resale", out var rows)) return resale;
        foreach (var row in rows.EnumerateArray())
        {
            resale[row.GetProperty("provider").GetString()!] = [.. row.GetProperty("sells").EnumerateArray().Select(maker => maker.GetString()!)];
        }

        return resale;
    }
}
