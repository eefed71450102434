namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A lease of a job that this collector holds.</summary>
/// <param name="Job">The job.</param>
/// <param name="Fencing">Greater than that of every earlier holder.</param>
/// <param name="Progress">Progress of the previous holder; null = there was none, or too long ago.</param>
internal sealed record Lease(string Job, long Fencing, string? Progress);
