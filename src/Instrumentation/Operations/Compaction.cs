namespace Tidemark.Instrumentation;

/// <summary>A compaction of a conversation's context; sizes in tokens.</summary>
internal sealed record Compaction(long Before, long After);
