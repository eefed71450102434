namespace Tidemark.Collector.Model.Sessions;

/// <summary>Fill of a context window: input tokens, cache included, of the latest inference (never a sum).</summary>
/// <param name="Used">Tokens.</param>
/// <param name="Max">Size of the window in tokens; null = unknown, never guessed.</param>
internal readonly record struct ContextFill(int Used, int? Max)
{
    public double? Ratio => Max is > 0 ? (double)Used / Max.Value : null;
}
