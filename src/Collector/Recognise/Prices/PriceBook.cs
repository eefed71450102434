using Tidemark.Collector.Recognise.Normalisation;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices of a configuration. Immutable; look-ups are pure.</summary>
internal sealed class PriceBook
{
    private const string Bedrock = "aws.bedrock";
    private const string Anyone = "";

    private readonly Dictionary<string, List<(ModelPattern Pattern, ModelPrices Prices)>> _byProvider;
    private readonly PriceFileContent _content;

    /// <param name="content">Rows of one provider and model are its history; a provider without a name applies to senders that name none.</param>
    public PriceBook(PriceFileContent content)
    {
        _content = content;
        _byProvider = Prices
            .GroupBy(price => price.Provider, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(provider => provider.Key, ModelsOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All rows, for the copy in the database.</summary>
    public IReadOnlyList<Price> Prices => _content.Prices;

    /// <summary>Providers whose APIs count input without cache.</summary>
    public IReadOnlySet<string> CacheApart => _content.CacheApart;

    /// <summary>
    /// The prices of a model in any spelling: the provider's own, those that it resells at, otherwise the model maker's. Null if there are
    /// none.
    /// </summary>
    public PriceMatch? Find(string provider, string model)
    {
        var reference = ModelReference.Parse(model);
        if (reference.Name.Length == 0 || reference.IsFree) return null;
        foreach (var seller in SellersOf(provider, reference))
        {
            if (OfSeller(seller, reference) is { } prices) return new PriceMatch(prices, false, reference.IsRegional, reference.IsWide);
            if (_content.Hosts.Contains(seller)) return null;
        }

        foreach (var maker in MakersOf(Anyone))
        {
            if (FindAt(maker, reference) is { } prices)
            {
                return new PriceMatch(prices, !IsNobody(provider) || reference.Routes.Count > 1, reference.IsRegional, reference.IsWide);
            }
        }

        return null;
    }

    // What the sender reports, then what the name contains: a client that reports "openai" may be talking to "groq/llama-3.3-70b".
    private IEnumerable<string> SellersOf(string provider, ModelReference reference)
    {
        if (provider.Length > 0) yield return provider;
        if (!IsNobody(provider) && !_byProvider.ContainsKey(provider)) yield break;
        foreach (var route in reference.Routes)
        {
            var seller = ProviderNames.Normalise(route);
            if (seller == provider || !IsSeller(seller)) continue;
            yield return seller;
            if (!_byProvider.ContainsKey(seller)) yield break;
        }

        if (reference.IsBedrock && provider != Bedrock) yield return Bedrock;
    }

    private bool IsSeller(string provider) => _byProvider.ContainsKey(provider) || _content.Resale.ContainsKey(provider) || _content.Hosts.Contains(provider);

    private bool IsNobody(string provider) => provider.Length == 0 || _content.Frameworks.Contains(provider);

    private ModelPrices? OfSeller(string provider, ModelReference reference)
    {
        if (FindAt(provider, reference) is { } own) return own;
        foreach (var maker in provider.Length == 0 ? [] : MakersOf(provider))
        {
            if (FindAt(maker, reference) is { } resold) return resold;
        }

        return null;
    }

    private IReadOnlyList<string> MakersOf(string provider) => _content.Resale.GetValueOrDefault(provider) ?? [];

    // Patterns are sorted longest first, so the first match is the most specific.
    private ModelPrices? FindAt(string provider, ModelReference reference)
    {
        if (!_byProvider.TryGetValue(provider, out var models)) return null;
        foreach (var name in reference.Candidates)
        {
            foreach (var (pattern, prices) in models)
            {
                if (pattern.Matches(name)) return prices;
            }
        }

        return null;
    }

    private static List<(ModelPattern Pattern, ModelPrices Prices)> ModelsOf(IEnumerable<Price> prices) =>
    [
        .. prices
            .GroupBy(price => price.Model, StringComparer.OrdinalIgnoreCase)
            .Select(model => (Pattern: new ModelPattern(model.Key, model.First().Variants), Prices: new ModelPrices(model)))
            .OrderByDescending(model => model.Pattern.Length),
    ];
}
