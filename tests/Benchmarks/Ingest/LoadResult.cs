namespace Tidemark.Benchmarks.Ingest;

/// <summary>The result of a round of sending.</summary>
/// <param name="Acknowledged">Spans of the requests answered with 200.</param>
/// <param name="Refused">Requests answered with another status.</param>
/// <param name="Elapsed">From the first request to the last response.</param>
/// <param name="LatenciesMs">Milliseconds from when a request was due to its response, sorted.</param>
internal sealed record LoadResult(long Acknowledged, long Refused, TimeSpan Elapsed, double[] LatenciesMs);
