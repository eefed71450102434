namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Environment variables common to OpenTelemetry's GenAI instrumentations.</summary>
internal static class StandardVariables
{
    public const string CaptureContent = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT";
    public const string StabilityOptIn = "OTEL_SEMCONV_STABILITY_OPT_IN";

    private static readonly string[] CapturingValues = ["true", "span_only", "span_and_event"];

    public static bool CapturesContent => IsCapturing(Environment.GetEnvironmentVariable(CaptureContent));

    public static bool IsCapturing(string? value) =>
        value is not null && CapturingValues.Contains(value.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>The conventions opted into; <see langword="null"/> = none for GenAI.</summary>
    public static GenAiConventions? ConventionsOf(string? optIn)
    {
        var listed = (optIn ?? string.Empty).Split(',').Select(item => item.Trim()).ToArray();
        if (listed.Contains("gen_ai/dup", StringComparer.OrdinalIgnoreCase))
            return GenAiConventions.Both;
        return listed.Contains("gen_ai_latest_experimental", StringComparer.OrdinalIgnoreCase) ? GenAiConventions.Current : null;
    }
}
