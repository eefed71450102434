using System.Diagnostics;
using System.Diagnostics.Metrics;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Metrics of model calls (semantic-conventions-genai, client inference metrics).</summary>
internal static class InferenceMetrics
{
    private static readonly Histogram<double> Duration = TidemarkSource.Meter.CreateHistogram(
        MetricNames.InferenceDuration, "s", "Duration of a model call.", advice: Buckets.Seconds);

    public static bool IsEnabled => Duration.Enabled;

    public static void Record(ModelCall call, in TokenUsage usage, string? responseModel, string? errorType, double seconds)
    {
        if (!Duration.Enabled)
            return;

        var tags = new TagList { { GenAiAttributes.OperationName, call.Operation }, { GenAiAttributes.RequestModel, call.Model } };
        if (call.Provider is not null)
            tags.Add(GenAiAttributes.ProviderName, call.Provider);
        if (responseModel is not null)
            tags.Add(GenAiAttributes.ResponseModel, responseModel);
        if (errorType is not null)
            tags.Add(SessionAttributes.ErrorType, errorType);
        Duration.Record(seconds, tags);
    }
}
