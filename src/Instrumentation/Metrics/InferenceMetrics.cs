using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Metrics of calls to language models, by the current GenAI conventions.</summary>
internal static class InferenceMetrics
{
    private static readonly Histogram<double> Duration = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceDuration, "s", "Duration of a model call.", advice: Buckets.Seconds);

    private static readonly Histogram<double> FirstChunk = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceTimeToFirstChunk, "s", "Time from a streamed request to its first chunk.", advice: Buckets.Seconds);

    private static readonly Histogram<double> NextChunk = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceTimePerOutputChunk, "s", "Time between the chunks of a streamed response.", advice: Buckets.Seconds);

    private static readonly Histogram<long> InputTokens = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceInputTokens, "{token}", "Input tokens of one call.", advice: Buckets.Tokens);

    private static readonly Histogram<long> OutputTokens = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceOutputTokens, "{token}", "Output tokens of one call.", advice: Buckets.Tokens);

    public static bool IsEnabled =>
        Duration.Enabled || InputTokens.Enabled || OutputTokens.Enabled || FirstChunk.Enabled || NextChunk.Enabled
        || InferenceUsageMetrics.IsEnabled;

    public static void Record(in ModelCall call, in CallResult result)
    {
        var tags = Tags(call, result.ResponseModel);
        InferenceUsageMetrics.Record(result.Usage, tags);
        tags.AddKnown(SessionAttributes.ErrorType, result.ErrorType);
        Duration.Record(result.Seconds, tags);

        // A failed call is recorded with 0 tokens; a call without reported usage is not recorded at all.
        var tokensIfUnreported = result.ErrorType is null ? (long?)null : 0;
        if ((result.Usage.Input ?? tokensIfUnreported) is { } input)
            InputTokens.Record(input, tags);
        if ((result.Usage.Output ?? tokensIfUnreported) is { } output)
            OutputTokens.Record(output, tags);
    }

    public static void RecordChunk(in ModelCall call, double seconds, bool isFirst)
    {
        var histogram = isFirst ? FirstChunk : NextChunk;
        if (histogram.Enabled)
            histogram.Record(seconds, Tags(call, null));
    }

    private static TagList Tags(in ModelCall call, string? responseModel)
    {
        var tags = default(TagList);
        tags.Add(GenAiAttributes.OperationName, call.Operation);
        tags.AddKnown(GenAiAttributes.ProviderName, call.Provider);
        tags.AddKnown(GenAiAttributes.RequestModel, call.Model);
        tags.AddKnown(GenAiAttributes.ResponseModel, responseModel);
        return tags;
    }
}
