namespace Tidemark.Instrumentation;

/// <summary>What a <see cref="TidemarkClient"/> records.</summary>
public sealed class TidemarkOptions
{
    /// <summary>
    /// Whether prompts, completions, tool arguments and results may be put on spans.
    /// </summary>
    /// <value>
    /// <see langword="false"/>, unless the environment variable
    /// <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c> is <c>true</c> when the options are made.
    /// </value>
    public bool CaptureContent { get; set; }
}
