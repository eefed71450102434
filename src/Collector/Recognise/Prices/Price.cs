using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>The price of one model from a certain time on.</summary>
/// <param name="Model">A name, which also matches its dated versions; or a prefix with a trailing <c>*</c>.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="Rates">Null for a model whose context window is known but whose price is not.</param>
/// <param name="ContextMax">Size of the context window in tokens; null = unknown.</param>
/// <param name="LongAbove">Prompts with more input tokens than this are charged at <paramref name="Long"/> in full.</param>
/// <param name="Source">Where the numbers come from, and when they were read.</param>
internal sealed record Price(
    string Provider,
    string Model,
    DateTime ValidFrom,
    Rates? Rates,
    int? ContextMax,
    int? LongAbove,
    Rates? Long,
    string Source)
{
    /// <summary>Means "always": earlier than any model that is sold by tokens.</summary>
    public static readonly DateTime Always = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Rates of service tiers by normalised name.</summary>
    public IReadOnlyDictionary<string, TierRate> Tiers { get; init; } = new Dictionary<string, TierRate>();

    /// <summary>Suffixes for modes of the same model at the same price, such as a reasoning effort.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Identifies the price on the operations that it was used for.</summary>
    public string Name { get; } = NameOf(Provider, Model, ValidFrom);

    public byte[] NameUtf8 { get; } = Encoding.UTF8.GetBytes(NameOf(Provider, Model, ValidFrom));

    /// <summary>The standard tier's rates for a prompt of this size; null for a model without a public price.</summary>
    public Rates? RatesFor(int inputTokens) => Long is not null && inputTokens > LongAbove ? Long : Rates;

    private static string NameOf(string provider, string model, DateTime validFrom) =>
        string.Create(CultureInfo.InvariantCulture, $"{provider}/{model}@{validFrom:yyyy-MM-dd}");
}
