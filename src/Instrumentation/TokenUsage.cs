namespace Tidemark.Instrumentation;

/// <summary>
/// Tokens of one model call; <see langword="null"/> = not reported. As in the OpenTelemetry GenAI conventions, input includes cache
/// reads and writes, and output includes reasoning: the last three are subsets and are not part of the total.
/// </summary>
/// <param name="Input">Input tokens, including cached ones.</param>
/// <param name="Output">Output tokens, including reasoning.</param>
/// <param name="CacheRead">Input tokens served from the provider's cache.</param>
/// <param name="CacheWrite">Input tokens written to the provider's cache.</param>
/// <param name="Reasoning">Output tokens spent on reasoning.</param>
public readonly record struct TokenUsage(
    long? Input = null,
    long? Output = null,
    long? CacheRead = null,
    long? CacheWrite = null,
    long? Reasoning = null)
{
    /// <summary>This usage with missing values taken from an earlier one.</summary>
    internal TokenUsage Or(in TokenUsage earlier) => new(
        Input ?? earlier.Input,
        Output ?? earlier.Output,
        CacheRead ?? earlier.CacheRead,
        CacheWrite ?? earlier.CacheWrite,
        Reasoning ?? earlier.Reasoning);
}
