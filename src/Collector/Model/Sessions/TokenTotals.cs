using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Sessions;

/// <summary>Sums of <see cref="TokenUsage"/> over many calls.</summary>
internal readonly record struct TokenTotals(long Input, long Output, long CacheRead, long CacheWrite, long Reasoning)
{
    public long Total => Input + Output;

    public TokenTotals Plus(in TokenUsage usage) => new(
        Input + (usage.Input ?? 0),
        Output + (usage.Output ?? 0),
        CacheRead + (usage.CacheRead ?? 0),
        CacheWrite + (usage.CacheWrite ?? 0),
        Reasoning + (usage.Reasoning ?? 0));

    public TokenTotals Plus(in TokenTotals other) => new(
        Input + other.Input,
        Output + other.Output,
        CacheRead + other.CacheRead,
        CacheWrite + other.CacheWrite,
        Reasoning + other.Reasoning);

    public TokenTotals Minus(in TokenTotals other) => new(
        Input - other.Input,
        Output - other.Output,
        CacheRead - other.CacheRead,
        CacheWrite - other.CacheWrite,
        Reasoning - other.Reasoning);
}
