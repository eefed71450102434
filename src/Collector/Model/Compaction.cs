namespace Tidemark.Collector.Model;

/// <summary>A conversation's context was made smaller; sizes in tokens, null = not sent.</summary>
internal sealed record Compaction(int? Before, int? After);
