namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The shipped prices, overlaid with the user's.</summary>
internal static class PriceCatalogue
{
    private const string Shipped = "Recognise/prices.json";

    /// <exception cref="InvalidDataException">The user's file cannot be read; the message says what to do.</exception>
    public static PriceBook Load(PriceOptions options)
    {
        using var shipped = typeof(PriceCatalogue).Assembly.GetManifestResourceStream(Shipped)
            ?? throw new InvalidOperationException($"The collector was built without '{Shipped}'.");
        var book = PriceFile.Read(shipped, "prices.json");
        return options.File is { Length: > 0 } file ? Overlay(book, ReadOwn(file)) : new PriceBook(book);
    }

    /// <summary>A model listed in the overlay replaces all its rows in the base, so that no old price remains.</summary>
    public static PriceBook Overlay(PriceFileContent basis, PriceFileContent overlay)
    {
        var replaced = overlay.Prices.Select(KeyOf).ToHashSet();
        var resale = new Dictionary<string, IReadOnlyList<string>>(basis.Resale, StringComparer.OrdinalIgnoreCase);
        foreach (var (provider, makers) in overlay.Resale) resale[provider] = makers;
        return new PriceBook(new PriceFileContent([.. basis.Prices.Where(price => !replaced.Contains(KeyOf(price))).Concat(overlay.Prices)])
        {
            Resale = resale,
            CacheApart = basis.CacheApart.Union(overlay.CacheApart).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Hosts = basis.Hosts.Union(overlay.Hosts).ToHashSet(StringComparer.OrdinalIgnoreCase),
            Frameworks = basis.Frameworks.Union(overlay.Frameworks).ToHashSet(StringComparer.OrdinalIgnoreCase),
        });
    }

    private static (string Provider, string Model) KeyOf(Price price) => (price.Provider.ToLowerInvariant(), ModelSpelling.Canonical(price.Model));

    private static PriceFileContent ReadOwn(string file)
    {
        try
        {
            using var stream = File.OpenRead(file);
            return PriceFile.Read(stream, Path.GetFileName(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"Tidemark:Prices:File cannot be read: {e.Message} Check the path and its permissions.", e);
        }
    }
}
