using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>Metrics of model calls by the GenAI conventions up to 1.41; recorded only if enabled.</summary>
internal static class OlderMetrics
{
    private const string Input = "input";
    private const string Output = "output";

    private static readonly Histogram<long> TokenUsage = TidemarkSource.Meter.CreateHistogram(
        MetricNames.OldTokenUsage, "{token}", "Tokens of one call, by type.", advice: Buckets.Tokens);

    private static readonly Histogram<double> FirstChunk = TidemarkSource.Meter.CreateHistogram(
        MetricNames.OldTimeToFirstChunk, "s", "Time from a streamed request to its first chunk.", advice: Buckets.Seconds);

    private static readonly Histogram<double> NextChunk = TidemarkSource.Meter.CreateHistogram(
        MetricNames.OldTimePerOutputChunk, "s", "Time between the chunks of a streamed response.", advice: Buckets.Seconds);

    public static bool IsEnabled => TokenUsage.Enabled || FirstChunk.Enabled || NextChunk.Enabled || ModelMetrics.IsEnabled;

    public static void Record(in ModelCall call, in CallResult result)
    {
        if (!IsEnabled)
            return;

        var tags = Tags(call);
        tags.AddKnown(GenAiAttributes.ResponseModel, result.ResponseModel);
        ModelMetrics.RecordDuration(result.Seconds, tags, result.ErrorType);
        Record(result.Usage.Input, Input, tags);
        Record(result.Usage.Output, Output, tags);
    }

    public static void RecordChunk(in ModelCall call, double seconds, bool isFirst)
    {
        var histogram = isFirst ? FirstChunk : NextChunk;
        if (histogram.Enabled)
            histogram.Record(seconds, Tags(call));
    }

    private static void Record(long? tokens, string type, TagList tags)
    {
        if (tokens is not { } number || !TokenUsage.Enabled)
            return;

        tags.Add(GenAiAttributes.TokenType, type);
        TokenUsage.Record(number, tags);
    }

    private static TagList Tags(in ModelCall call)
    {
        var tags = default(TagList);
        tags.Add(GenAiAttributes.OperationName, call.Operation);
        tags.AddKnown(GenAiAttributes.OldSystem, call.Provider);
        tags.AddKnown(GenAiAttributes.RequestModel, call.Model);
        return tags;
    }
}
