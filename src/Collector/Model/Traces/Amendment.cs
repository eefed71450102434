using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Model.Traces;

/// <summary>A stored operation whose effective facts have changed.</summary>
/// <param name="Before">As stored.</param>
/// <param name="After">As it counts from now on, with the same key.</param>
internal sealed record Amendment(Operation Before, Operation After);
