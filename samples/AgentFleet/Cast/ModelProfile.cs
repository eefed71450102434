namespace Tidemark.Samples.AgentFleet.Cast;

/// <summary>A model of a provider.</summary>
/// <param name="Name">The provider's name of it.</param>
/// <param name="Provider">By the GenAI conventions.</param>
/// <param name="ContextMax">Context window, tokens.</param>
/// <param name="TokensPerSecond">Output tokens per second.</param>
/// <param name="FirstChunk">Time to the first chunk.</param>
/// <param name="CachesPrompts">Whether a cached prefix has its own price.</param>
/// <param name="Answers">The model name in responses, if different.</param>
internal sealed record ModelProfile(
    string Name,
    string Provider,
    int ContextMax,
    double TokensPerSecond,
    TimeSpan FirstChunk,
    bool CachesPrompts,
    string? Answers = null);
