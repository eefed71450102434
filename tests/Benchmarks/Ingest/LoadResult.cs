namespace Tidemark.Benchmarks.Ingest;

/// <summary>What came of one round of sending.</summary>
/// <param name="Acknowledged">Spans of the requests that were answered 200.</param>
/// <param name="Refused">Requests that were answered otherwise.</param>
/// <param name="Elapsed">From the first sending to the last answer.</param>
/// <param name="LatenciesMs">From when a request was due to its answer, sorted.</param>
internal sealed record LoadResult(long Acknowledged, long Refused, TimeSpan Elapsed, double[] LatenciesMs);
