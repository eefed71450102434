using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A stored model call.</summary>
/// <param name="Billing">Facts that its price depends on besides the token counts, as JSON; null = none.</param>
internal readonly record struct StoredCall(Operation Operation, string? Billing);
