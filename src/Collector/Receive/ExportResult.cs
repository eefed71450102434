using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive;

/// <summary>The result of an export request.</summary>
/// <param name="Refusal">Null = stored, except for <paramref name="Rejected"/> items.</param>
/// <param name="Rejected">Number of items rejected individually.</param>
/// <param name="Message">The first reason of a rejection.</param>
internal readonly record struct ExportResult(Refusal? Refusal, int Rejected = 0, string? Message = null);
