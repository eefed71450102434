namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices in force, at one moment of the configuration. Immutable; reading it is pure.</summary>
internal sealed class PriceBook
{
    private readonly Dictionary<string, List<(string Pattern, ModelPrices Prices)>> _byProvider;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _resale;

    /// <param name="content">Rows of one provider and model are its history; a provider without name stands for a sender that names none.</param>
    public PriceBook(PriceFileContent content)
    {
        Prices = content.Prices;
        CacheApart = content.CacheApart;
        _resale = content.Resale;
        _byProvider = Prices
            .GroupBy(price => price.Provider, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(provider => provider.Key, ModelsOf, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Every row, for the database's copy.</summary>
    public IReadOnlyList<Price> Prices { get; }

    /// <summary>Providers whose APIs count input without cache.</summary>
    public IReadOnlySet<string> CacheApart { get; }

    /// <summary>The prices of a model, whoever made it; null when it has none.</summary>
    public ModelPrices? Find(string provider, string model)
    {
        foreach (var name in ModelName.Candidates(model))
        {
            if (FindAt(provider, name) is { } own) return own;
            if (!_resale.TryGetValue(provider, out var makers)) continue;
            foreach (var maker in makers)
            {
                if (FindAt(maker, name) is { } resold) return resold;
            }
        }

        return null;
    }

    // Patterns are sorted longest first, so the first match says most.
    private ModelPrices? FindAt(string provider, string model)
    {
        if (!_byProvider.TryGetValue(provider, out var models)) return null;
        foreach (var (pattern, prices) in models)
        {
            if (ModelName.Matches(pattern, model)) return prices;
        }

        return null;
    }

    private static List<(string Pattern, ModelPrices Prices)> ModelsOf(IEnumerable<Price> prices) =>
    [
        .. prices
            .GroupBy(price => price.Model, StringComparer.OrdinalIgnoreCase)
            .Select(model => (Pattern: model.Key, Prices: new ModelPrices(model)))
            .OrderByDescending(model => model.Pattern.Length),
    ];
}
