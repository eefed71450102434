using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Whether two reports may describe the same tokens. Instrumentations differ in whether input includes cached and output reasoning
/// tokens, and some count a stream's last token twice.
/// </summary>
internal static class SameUsage
{
    private const int Slack = 2;

    public static bool Of(in TokenUsage one, in TokenUsage other) => IsInput(one, other) && IsOutput(one, other);

    public static TokenUsage Sum(IEnumerable<TokenUsage> parts)
    {
        var sum = default(TokenUsage);
        foreach (var part in parts)
        {
            sum = new TokenUsage(
                Add(sum.Input, part.Input),
                Add(sum.Output, part.Output),
                Add(sum.CacheRead, part.CacheRead),
                Add(sum.CacheWrite, part.CacheWrite),
                Add(sum.Reasoning, part.Reasoning));
        }

        return sum;
    }

    private static int? Add(int? one, int? other) => one is null ? other : other is null ? one : (int)Math.Min(int.MaxValue, (long)one + other.Value);

    private static bool IsInput(in TokenUsage one, in TokenUsage other)
    {
        if (one.Input is not { } first || other.Input is not { } second) return true;
        return IsNear(first, second)
            || IsNear(first, (long)second - CacheOf(other)) || IsNear((long)first - CacheOf(one), second)
            || IsNear(first, (long)second + CacheOf(other)) || IsNear((long)first + CacheOf(one), second);
    }

    private static bool IsOutput(in TokenUsage one, in TokenUsage other)
    {
        if (one.Output is not { } first || other.Output is not { } second) return true;
        return IsNear(first, second)
            || IsNear(first, (long)second - (other.Reasoning ?? 0)) || IsNear((long)first - (one.Reasoning ?? 0), second)
            || IsNear(first, (long)second + (other.Reasoning ?? 0)) || IsNear((long)first + (one.Reasoning ?? 0), second);
    }

    public static long CacheOf(in TokenUsage usage) => (long)(usage.CacheRead ?? 0) + (usage.CacheWrite ?? 0);

    public static bool IsNear(long one, long other) => Math.Abs(one - other) <= Slack;
}
