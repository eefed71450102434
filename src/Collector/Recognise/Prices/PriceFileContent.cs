namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a price file says.</summary>
/// <param name="Resale">Providers that sell others' models at their price.</param>
/// <param name="CacheApart">Providers whose APIs count input without cache (<c>"cache": "additive"</c>).</param>
internal sealed record PriceFileContent(
    IReadOnlyList<Price> Prices, IReadOnlyDictionary<string, IReadOnlyList<string>> Resale, IReadOnlySet<string> CacheApart);
