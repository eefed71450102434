namespace Tidemark.Benchmarks.Ingest;

/// <summary>A position in an encoded request that is changed for each sending.</summary>
/// <param name="Offset">First byte.</param>
/// <param name="Value">Number of the trace, span or session within the request, or nanoseconds after the moment of sending.</param>
internal readonly record struct Patch(int Offset, PatchKind Kind, long Value);
