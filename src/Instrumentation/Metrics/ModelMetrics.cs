using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Metrics;

/// <summary>
/// Duration of client operations: by the current conventions those other than inference, by the older ones all of them. And the fill of
/// the context window, which the conventions do not define.
/// </summary>
internal static class ModelMetrics
{
    private static readonly Histogram<double> Duration = TidemarkSource.Meter.CreateHistogram(
        MetricNames.OperationDuration, "s", "Duration of a client operation.", advice: Buckets.Seconds);

    private static readonly Histogram<double> Fill = TidemarkSource.Meter.CreateHistogram(
        MetricNames.ContextRatio, "1", "Input tokens of a call as a share of the model's context window.", advice: Buckets.Ratio);

    public static bool IsEnabled => Duration.Enabled;

    public static bool IsFillEnabled => Fill.Enabled;

    public static void RecordEmbedding(in ModelCall call, in CallResult result)
    {
        if (!Duration.Enabled)
            return;

        var tags = Tags(call);
        tags.AddKnown(GenAiAttributes.ResponseModel, result.ResponseModel);
        RecordDuration(result.Seconds, tags, result.ErrorType);
    }

    public static void RecordDuration(double seconds, TagList tags, string? errorType)
    {
        tags.AddKnown(SessionAttributes.ErrorType, errorType);
        Duration.Record(seconds, tags);
    }

    public static void RecordFill(in ModelCall call, long? inputTokens, long? contextMax)
    {
        if (Fill.Enabled && inputTokens is { } used && contextMax is > 0)
            Fill.Record((double)used / contextMax.GetValueOrDefault(), Tags(call));
    }

    private static TagList Tags(in ModelCall call)
    {
        var tags = default(TagList);
        tags.Add(GenAiAttributes.OperationName, call.Operation);
        tags.AddKnown(GenAiAttributes.ProviderName, call.Provider);
        tags.AddKnown(GenAiAttributes.RequestModel, call.Model);
        return tags;
    }
}
