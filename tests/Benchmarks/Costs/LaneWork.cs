namespace Tidemark.Benchmarks.Costs;

/// <summary>What a lane is given.</summary>
/// <param name="Batch">Operations of one transaction.</param>
/// <param name="Sessions">Sessions that they are spread over.</param>
/// <param name="Span">Time over which they are spread, up to now.</param>
internal sealed record LaneWork(int Batch, int Sessions, TimeSpan Span);
