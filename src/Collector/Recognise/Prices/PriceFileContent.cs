namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a price file says.</summary>
internal sealed record PriceFileContent(IReadOnlyList<Price> Prices)
{
    /// <summary>Providers that sell others' models at their price.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Resale { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Providers whose APIs count input without cache (<c>"cache": "additive"</c>).</summary>
    public IReadOnlySet<string> CacheApart { get; init; } = new HashSet<string>();

    /// <summary>Providers that run open models at prices of their own, or on the user's hardware: no maker's price holds there.</summary>
    public IReadOnlySet<string> Hosts { get; init; } = new HashSet<string>();

    /// <summary>Words that senders put in the provider's place and that sell nothing: frameworks, libraries.</summary>
    public IReadOnlySet<string> Frameworks { get; init; } = new HashSet<string>();
}
