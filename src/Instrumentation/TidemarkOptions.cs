using Tidemark.Instrumentation.Recording;

namespace Tidemark.Instrumentation;

/// <summary>What is recorded, and how it is named. Read once, when a <see cref="TidemarkClient"/> is made.</summary>
public sealed class TidemarkOptions
{
    /// <summary>Whether prompts, completions, tool arguments and results may be put on spans.</summary>
    /// <value>
    /// <see langword="false"/>, unless the environment variable <c>OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT</c>
    /// says <c>true</c>, <c>span_only</c> or <c>span_and_event</c>.
    /// </value>
    public bool CaptureContent { get; set; } = StandardVariables.CapturesContent;

    /// <summary>How much of a prompt, completion, argument or result is kept, in characters.</summary>
    /// <value>32,768; at least 0.</value>
    public int MaxContentLength { get; set; } = 32_768;

    /// <summary>
    /// Whether messages of exceptions are recorded as the span's status description. They often repeat what was sent.
    /// </summary>
    /// <value><see langword="false"/>: only the exception's type.</value>
    public bool CaptureExceptionMessages { get; set; }

    /// <summary>Which names are used.</summary>
    /// <value>
    /// <see cref="GenAiConventions.Current"/>. The environment variable <c>OTEL_SEMCONV_STABILITY_OPT_IN</c> wins over it where it
    /// lists <c>gen_ai_latest_experimental</c> (current) or <c>gen_ai/dup</c> (both).
    /// </value>
    public GenAiConventions Conventions { get; set; } = GenAiConventions.Current;

    /// <summary>
    /// Whether the session, conversation, agent and workflow travel to other processes as W3C baggage, and are taken from it.
    /// The called service can read them; the user is never propagated.
    /// </summary>
    /// <value><see langword="false"/>.</value>
    public bool PropagateSessions { get; set; }

    /// <summary>
    /// Who pays for this app, such as <c>team</c>, <c>project</c> and <c>cost_center</c>: attributes of everything it sends. Labels of one
    /// session are set with <see cref="TidemarkSession.SetLabel"/>.
    /// </summary>
    /// <value>None.</value>
    public IDictionary<string, string> Labels { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
