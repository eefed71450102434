namespace Tidemark.Collector.Model;

/// <summary>A stored operation that counts differently than before.</summary>
/// <param name="Before">As stored.</param>
/// <param name="After">As it counts from now on; same key.</param>
internal sealed record Amendment(Operation Before, Operation After);
