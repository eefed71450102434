using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A model call as stored.</summary>
/// <param name="Billing">What its price depends on beside the token counts, as JSON; null = nothing.</param>
internal readonly record struct StoredCall(Operation Operation, string? Billing);
