namespace Tidemark.Collector.Model.Operations;

/// <summary>A reduction of a conversation's context; sizes in tokens, null = not sent.</summary>
internal sealed record Compaction(int? Before, int? After);
