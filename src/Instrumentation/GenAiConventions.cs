namespace Tidemark.Instrumentation;

/// <summary>Selects the version of the OpenTelemetry GenAI conventions for the names of spans and metrics.</summary>
[Flags]
public enum GenAiConventions
{
    /// <summary>The current names.</summary>
    Current = 1,

    /// <summary>
    /// The span attributes of the conventions up to 1.36 (<c>gen_ai.system</c>) and the metrics replaced after 1.41
    /// (<c>gen_ai.client.token.usage</c> and others), for dashboards that only know those.
    /// </summary>
    Older = 2,

    /// <summary>Both, while dashboards migrate from one to the other.</summary>
    Both = Current | Older,
}
