using Tidemark.Collector.Recognise.Folding;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices in force, at one moment of the configuration. Immutable; reading it is pure.</summary>
internal sealed class PriceBook
{
    private const string Bedrock = "aws.bedrock";
    private const string Anyone = "";

    private readonly Dictionary<string, List<(ModelPattern Pattern, ModelPrices Prices)>> _byProvider;
    private readonly PriceFileContent _content;

    /// <param name="content">Rows of one provider and model are its history; a provider without name stands for a sender that names none.</param>
    public PriceBook(PriceFileContent content)
    {
        _content = content;
        _byProvider = Prices
            .GroupBy(price => price.Provider, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(provider => provider.Key, ModelsOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every row, for the database's copy.</summary>
    public IReadOnlyList<Price> Prices => _content.Prices;

    /// <summary>Providers whose APIs count input without cache.</summary>
    public IReadOnlySet<string> CacheApart => _content.CacheApart;

    /// <summary>
    /// The prices of a model, however a route spells it: the provider's own, those it passes on, else the maker's. Null when it
    /// has none.
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

    // What the sender says, then what the name says: a client that only knows "openai" may be talking to "groq/llama-3.3-70b".
    private IEnumerable<string> SellersOf(string provider, ModelReference reference)
    {
        if (provider.Length > 0) yield return provider;
        if (!IsNobody(provider) && !_byProvider.ContainsKey(provider)) yield break;
        foreach (var route in reference.Routes)
        {
            var seller = ProviderNames.Fold(route);
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

    // Patterns are sorted longest first, so the first match says most.
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
