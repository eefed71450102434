namespace Tidemark.Instrumentation;

/// <summary>Which generation of the OpenTelemetry GenAI conventions names what is recorded.</summary>
[Flags]
public enum GenAiConventions
{
    /// <summary>The current names.</summary>
    Current = 1,

    /// <summary>
    /// The names of the conventions up to 1.36 (spans: <c>gen_ai.system</c>) and the metrics that were replaced after 1.41
    /// (<c>gen_ai.client.token.usage</c> and its kin), for dashboards that know no others.
    /// </summary>
    Older = 2,

    /// <summary>Both, while dashboards move from one to the other.</summary>
    Both = Current | Older,
}
