namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A piece of work that this collector owns for a while.</summary>
/// <param name="Job">Which work.</param>
/// <param name="Fencing">Higher than that of every earlier holder.</param>
/// <param name="Progress">How far the previous holder got; null = there was none, or too long ago.</param>
internal sealed record Lease(string Job, long Fencing, string? Progress);
