namespace Tidemark.Collector.Store.Leases;

/// <summary>A piece of work that this collector owns for a while.</summary>
/// <param name="Job">Which work.</param>
/// <param name="Fencing">Higher than that of every earlier holder.</param>
/// <param name="Progress">How far the holder before has come; null = nobody has, or too long ago.</param>
internal sealed record Lease(string Job, long Fencing, string? Progress);
