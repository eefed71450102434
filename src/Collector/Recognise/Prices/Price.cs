using System.Globalization;
using System.Text;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>What one model costs from one moment on.</summary>
/// <param name="Model">A name, which also stands for its dated versions; or a beginning, with a trailing <c>*</c>.</param>
/// <param name="ValidFrom">UTC.</param>
/// <param name="Rates">Null for a model whose context window is public and whose price is not.</param>
/// <param name="ContextMax">Size of the context window in tokens; null = not known.</param>
/// <param name="LongAbove">Prompts of more input tokens than this cost <paramref name="Long"/>, all of them.</param>
/// <param name="Source">Where the numbers are from, and when they were read.</param>
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
    /// <summary>Stands for "since ever": earlier than any model that is sold by tokens.</summary>
    public static readonly DateTime Always = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>What service tiers cost, by their folded name.</summary>
    public IReadOnlyDictionary<string, TierRate> Tiers { get; init; } = new Dictionary<string, TierRate>();

    /// <summary>Endings that name a way to run the same model at the same price, such as a reasoning effort.</summary>
    public IReadOnlyList<string> Variants { get; init; } = [];

    /// <summary>Names the price on the operations that it was used for.</summary>
    public string Name { get; } = NameOf(Provider, Model, ValidFrom);

    public byte[] NameUtf8 { get; } = Encoding.UTF8.GetBytes(NameOf(Provider, Model, ValidFrom));

    /// <summary>The standard tier's rates for a prompt of this size; null for a model without a public price.</summary>
    public Rates? RatesFor(int inputTokens) => Long is not null && inputTokens > LongAbove ? Long : Rates;

    private static string NameOf(string provider, string model, DateTime validFrom) =>
        string.Create(CultureInfo.InvariantCulture, $"{provider}/{model}@{validFrom:yyyy-MM-dd}");
}
