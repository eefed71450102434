using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Settling;

/// <summary>An operation whose wait for a session is over.</summary>
/// <param name="SessionId">Null: nothing of its trace belongs to a session, so it stays without one.</param>
internal sealed record BoundOperation(OperationKey Key, Compaction? Compaction, string? SessionId);
