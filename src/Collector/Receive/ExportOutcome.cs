using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive;

/// <summary>What became of a request.</summary>
/// <param name="Refusal">Null = stored, as far as not <paramref name="Rejected"/>.</param>
/// <param name="Rejected">Items refused alone.</param>
/// <param name="Message">The first reason of such a refusal.</param>
internal readonly record struct ExportOutcome(Refusal? Refusal, int Rejected = 0, string? Message = null);
