namespace Tidemark.Collector.Model;

/// <summary>How full a context window is: input tokens, cache included, of the latest inference (never a sum).</summary>
/// <param name="Used">Tokens.</param>
/// <param name="Max">The window's size in tokens; null = unknown, never guessed.</param>
internal readonly record struct ContextFill(int Used, int? Max)
{
    public double? Ratio => Max is > 0 ? (double)Used / Max.Value : null;
}
