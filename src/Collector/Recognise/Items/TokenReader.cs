using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>
/// Reads token counts and adds what the sender's count excludes, so that input includes cache and output includes reasoning. The
/// dialect defines what is excluded; otherwise the total is used, if it fits only one interpretation.
/// </summary>
internal static class TokenReader
{
    /// <param name="vendorCountsApart">Whether the provider's API counts input without cache.</param>
    public static TokenUsage Read(ItemReader item, bool vendorCountsApart)
    {
        var input = item.Count(Field.InputTokens, out var inputReading);
        var output = item.Count(Field.OutputTokens, out var outputReading);
        var cacheRead = item.Count(Field.CacheReadTokens);
        var cacheWrite = CacheWriteOf(item);
        var reasoning = item.Count(Field.ReasoningTokens, out var reasoningReading);
        var cache = (long)(cacheRead ?? 0) + (cacheWrite ?? 0);
        var withoutCache = IsWithoutCache(item, inputReading, vendorCountsApart);
        var withoutReasoning = outputReading == Reading.WithoutReasoning && reasoningReading != Reading.PartOfOutput;
        // A part larger than the total was excluded from it, whatever the sender's conventions say.
        if (withoutCache == true || cache > input)
        {
            input = Sum(item, input, cache);
            cache = 0;
        }

        if (withoutReasoning || reasoning > output)
        {
            output = Sum(item, output, reasoning ?? 0);
            return new TokenUsage(input, output, cacheRead, cacheWrite, reasoning);
        }

        if (input is null || output is null || item.Count(Field.TotalTokens) is not { } total)
            return new TokenUsage(input, output, cacheRead, cacheWrite, reasoning);
        var rest = total - (long)input - output.Value;
        var undecided = withoutCache is null ? cache : 0;
        if (rest == undecided && undecided > 0) input = Sum(item, input, undecided);
        else if (rest == reasoning && rest > 0) output = Sum(item, output, rest);
        else if (rest > 0 && rest == undecided + reasoning) (input, output) = (Sum(item, input, undecided), Sum(item, output, reasoning ?? 0));
        else if (rest > 0 && reasoning is null && CountsThoughtsApart(item)) (output, reasoning) = (Sum(item, output, rest), (int)rest);
        return new TokenUsage(input, output, cacheRead, cacheWrite, reasoning);
    }

    private static int? CacheWriteOf(ItemReader item)
    {
        if (item.Count(Field.CacheWriteTokens) is { } reported) return reported;
        var parts = (Short: item.Count(Field.CacheWriteShortTokens), Hour: item.Count(Field.CacheWriteHourTokens));
        return parts is (null, null) ? null : Sum(item, parts.Short ?? 0, parts.Hour ?? 0);
    }

    // Null if the dialect does not define it.
    private static bool? IsWithoutCache(ItemReader item, Reading reading, bool vendorCountsApart) => reading switch
    {
        Reading.WithoutCache => true,
        Reading.AsVendorCounts => vendorCountsApart,
        Reading.AsModelCounts => IsCountedApart(item.Text(Field.RequestModel)),
        _ => null,
    };

    // Bedrock's Converse API and Anthropic's own.
    private static bool IsCountedApart(ReadOnlySpan<byte> model) =>
        model.IndexOf("claude"u8) >= 0 || model.IndexOf("anthropic."u8) >= 0 || model.IndexOf("amazon."u8) >= 0 || model.IndexOf("bedrock"u8) >= 0;

    // Google's API: the part of its total beyond prompt and candidates is thoughts.
    private static bool CountsThoughtsApart(ItemReader item) =>
        item.Text(Field.Provider).StartsWith("gcp."u8)
        || item.Text(Field.Provider).StartsWith("google"u8)
        || item.Text(Field.RequestModel).IndexOf("gemini"u8) >= 0;

    private static int? Sum(ItemReader item, int? count, long more)
    {
        if (count is not { } known) return null;
        if (known + more <= int.MaxValue) return (int)(known + more);
        item.NumbersInvalid++;
        return null;
    }
}
