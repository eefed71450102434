namespace Tidemark.Collector.Model.Operations;

/// <summary>
/// Tokens of one leaf call; null = not sent. Input includes cache reads and writes, output includes reasoning
/// (OTel GenAI conventions): the other three are subsets and are not part of the total.
/// </summary>
internal readonly record struct TokenUsage(int? Input, int? Output, int? CacheRead, int? CacheWrite, int? Reasoning)
{
    public bool IsEmpty => Input is null && Output is null;

    public long Total => (long)(Input ?? 0) + (Output ?? 0);
}
