namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The contents of a price file.</summary>
internal sealed record PriceFileContent(IReadOnlyList<Price> Prices)
{
    /// <summary>Providers that resell others' models at the maker's price.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resale { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Providers whose APIs count input without cache (<c>"cache": "additive"</c>).</summary>
    public IReadOnlySet<string> CacheApart { get; init; } = new HashSet<string>();

    /// <summary>Providers that serve open models at their own prices, or on the user's hardware: makers' prices do not apply.</summary>
    public IReadOnlySet<string> Hosts { get; init; } = new HashSet<string>();

    /// <summary>Words that senders use as the provider but that sell nothing: frameworks, libraries.</summary>
    public IReadOnlySet<string> Frameworks { get; init; } = new HashSet<string>();
}
