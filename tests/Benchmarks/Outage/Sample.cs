namespace Tidemark.Benchmarks.Outage;

/// <summary>The state at one moment.</summary>
/// <param name="At">Time since the start of the run.</param>
/// <param name="Megabytes">Resident memory of the collector.</param>
/// <param name="Acknowledged">Operations acknowledged so far, and thus stored.</param>
/// <param name="Backlog">Operations issued and not acknowledged, in flight or queued at the sender.</param>
internal readonly record struct Sample(TimeSpan At, double Megabytes, int Acknowledged, int Backlog);
