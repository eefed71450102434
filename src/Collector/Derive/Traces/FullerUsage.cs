using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Combines the usage of two reports of one call: values missing in one are taken from the other.</summary>
internal static class FullerUsage
{
    /// <param name="counted">Usage of the report that counts.</param>
    /// <param name="mirror">Usage of the other report.</param>
    public static TokenUsage Of(in TokenUsage counted, in TokenUsage mirror)
    {
        if (counted.IsEmpty) return mirror;
        if (mirror.IsEmpty || !IsFuller(mirror, counted) || !SameUsage.Of(counted, mirror)) return counted;
        var usage = counted;
        if (CacheOf(counted) == 0 && CacheOf(mirror) > 0)
        {
            usage = usage with
            {
                Input = Whole(counted.Input, mirror.Input),
                CacheRead = mirror.CacheRead ?? counted.CacheRead,
                CacheWrite = mirror.CacheWrite ?? counted.CacheWrite,
            };
        }

        return IsMissing(counted.Reasoning, mirror.Reasoning)
            ? usage with { Output = Whole(counted.Output, mirror.Output), Reasoning = mirror.Reasoning }
            : usage;
    }

    private static bool IsFuller(in TokenUsage mirror, in TokenUsage counted) =>
        (CacheOf(counted) == 0 && CacheOf(mirror) > 0) || IsMissing(counted.Reasoning, mirror.Reasoning);

    private static bool IsMissing(int? counted, int? mirror) => counted is null or 0 && mirror > 0;

    // A report without one of the parts may have left it out of the total as well.
    private static int? Whole(int? counted, int? mirror) =>
        counted is null || (mirror > counted && !SameUsage.IsNear(counted.Value, mirror.Value)) ? mirror : counted;

    private static long CacheOf(in TokenUsage usage) => SameUsage.CacheOf(usage);
}
