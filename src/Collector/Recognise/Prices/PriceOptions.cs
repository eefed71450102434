namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Section <c>Tidemark:Prices</c>.</summary>
public sealed class PriceOptions
{
    public const string Section = "Tidemark:Prices";

    /// <summary>
    /// Your own prices, in the form of the shipped <c>prices.json</c>, of LiteLLM or of models.dev: a model listed there replaces the
    /// shipped one, whole.
    /// </summary>
    public string? File { get; set; }
}
