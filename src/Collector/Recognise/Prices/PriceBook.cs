namespace Tidemark.Collector.Recognise.Prices;

/// <summary>All prices in force, at one moment of the configuration. Immutable; reading it is pure.</summary>
internal sealed class PriceBook
{
    private readonly Dictionary<string, List<(string Pattern, ModelPrices Prices)>> _byProvider;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _resale;

    /// <param name="prices">Rows of one provider and model are its history.</param>
    /// <param name="resale">Providers that sell others' models at their price. An empty name stands for a sender that names none.</param>
    public PriceBook(IReadOnlyList<Price> prices, IReadOnlyDictionary<string, IReadOnlyList<string>> resale)
    {
        Prices = prices;
        _resale = resale;
        _byProvider = prices
            .GroupBy(price => price.Provider, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(provider => provider.Key, ModelsOf, StringComparer.OrdinalIgnoreCase);
    }

    public static PriceBook Empty { get; } = new([], new Dictionary<string, IReadOnlyList<string>>());

    /// <summary>Every row, for the database's copy.</summary>
    public IReadOnlyList<Price> Prices { get; }

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
