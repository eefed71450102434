namespace Tidemark.Instrumentation;

/// <summary>A conversation cut down to fit its context window; sizes in tokens.</summary>
internal sealed record Compaction(long Before, long After);
