namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Section <c>Tidemark:Prices</c>.</summary>
public sealed class PriceOptions
{
    public const string Section = "Tidemark:Prices";

    /// <summary>
    /// A price file of your own, in the format of the shipped <c>prices.json</c>, LiteLLM or models.dev: models listed in it replace the
    /// shipped ones completely.
    /// </summary>
    public string? File { get; set; }
}
