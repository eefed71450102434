namespace Tidemark.Samples.AgentFleet.Cast;

/// <summary>A model as its provider offers it.</summary>
/// <param name="Name">As the provider calls it.</param>
/// <param name="Provider">By the GenAI conventions.</param>
/// <param name="ContextMax">Context window, tokens.</param>
/// <param name="TokensPerSecond">How fast it writes.</param>
/// <param name="FirstChunk">How soon it begins to write.</param>
/// <param name="CachesPrompts">Whether it bills a cached prefix apart.</param>
/// <param name="Answers">The name it answers under, where another.</param>
internal sealed record ModelProfile(
    string Name,
    string Provider,
    int ContextMax,
    double TokensPerSecond,
    TimeSpan FirstChunk,
    bool CachesPrompts,
    string? Answers = null);
