using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation;

/// <summary>What is recorded, and under which names. Read once, when a <see cref="TidemarkClient"/> is created.</summary>
public sealed class TidemarkOptions
{
    /// <summary>Whether prompts, completions, tool arguments and results are recorded on spans.</summary>
    /// <value>
    /// <see langword="false"/>, unless the environment variable <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c>
    /// is <c>true</c>, <c>span_only</c> or <c>span_and_event</c>.
    /// </value>
    public bool CaptureContent { get; set; } = StandardVariables.CapturesContent;

    /// <summary>Maximum length of a recorded prompt, completion, argument or result, in characters; longer ones are truncated.</summary>
    /// <value>32,768; at least 0.</value>
    public int MaxContentLength { get; set; } = 32_768;

    /// <summary>
    /// Whether messages of exceptions are recorded as the span's status description. They often contain parts of the request.
    /// </summary>
    /// <value><see langword="false"/>: only the exception's type.</value>
    public bool CaptureExceptionMessages { get; set; }

    /// <summary>Which conventions are used.</summary>
    /// <value>
    /// <see cref="GenAiConventions.Current"/>. The environment variable <c>OTEL_SEMCONV_STABILITY_OPT_IN</c> takes precedence if it
    /// contains <c>gen_ai_latest_experimental</c> (current) or <c>gen_ai/dup</c> (both).
    /// </value>
    public GenAiConventions Conventions { get; set; } = GenAiConventions.Current;

    /// <summary>
    /// Whether session, conversation, agent and workflow are propagated to other processes as W3C baggage, and accepted from it.
    /// The called service can read them; the user is never propagated.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool PropagateSessions { get; set; }

    /// <summary>
    /// Labels for who pays for this app, such as <c>team</c>, <c>project</c> and <c>cost_center</c>: attributes of everything it sends. Labels of a
    /// single session are set with <see cref="TidemarkSession.SetLabel"/>.
    /// </summary>
    /// <value>None.</value>
    public IDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
