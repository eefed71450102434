namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What a price file says.</summary>
internal sealed record PriceFileContent(IReadOnlyList<Price> Prices, IReadOnlyDictionary<string, IReadOnlyList<string>> Resale);
