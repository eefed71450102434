using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads token counts and puts back what the sender's count leaves out, so that input includes cache and output includes reasoning.</summary>
internal static class TokenReader
{
    /// <param name="cacheApart">The vendor's API counts input without cache.</param>
    public static TokenUsage Read(ItemReader item, bool cacheApart)
    {
        var input = item.Count(Field.InputTokens, out var inputReading);
        var output = item.Count(Field.OutputTokens, out var outputReading);
        var cacheRead = item.Count(Field.CacheReadTokens);
        var cacheWrite = item.Count(Field.CacheWriteTokens);
        var reasoning = item.Count(Field.ReasoningTokens);
        var cache = (long)(cacheRead ?? 0) + (cacheWrite ?? 0);
        var withoutCache = inputReading == Reading.WithoutCache || (inputReading == Reading.AsVendorCounts && cacheApart);
        // A part that is larger than the whole was left out of it, whatever the sender's conventions say.
        if (withoutCache || cache > input) input = Sum(item, input, cache);
        if (outputReading == Reading.WithoutReasoning || reasoning > output) output = Sum(item, output, reasoning ?? 0);
        return new TokenUsage(input, output, cacheRead, cacheWrite, reasoning);
    }

    private static int? Sum(ItemReader item, int? count, long more)
    {
        if (count is not { } known) return null;
        if (known + more <= int.MaxValue) return (int)(known + more);
        item.NumbersInvalid++;
        return null;
    }
}
