namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>The cost of one use.</summary>
internal readonly record struct Cost(double Nanoseconds, long Bytes);
