namespace Tidemark.Benchmarks.Outage;

/// <summary>How things stood at one moment.</summary>
/// <param name="At">Since the run began.</param>
/// <param name="Megabytes">Resident memory of the collector.</param>
/// <param name="Acknowledged">Operations acknowledged so far, which means stored.</param>
/// <param name="Backlog">Operations issued and not acknowledged: what the sender holds, on the way or waiting to be sent again.</param>
internal readonly record struct Sample(TimeSpan At, double Megabytes, int Acknowledged, int Backlog);
