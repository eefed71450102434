namespace Tidemark.Benchmarks.Costs;

/// <summary>The input of a lane.</summary>
/// <param name="Batch">Operations of one transaction.</param>
/// <param name="Sessions">Number of sessions.</param>
/// <param name="Span">Time range of the operations, ending now.</param>
internal sealed record LaneWork(int Batch, int Sessions, TimeSpan Span);
