namespace Tidemark.Benchmarks.Instrumentation;

/// <summary>What one use costs.</summary>
internal readonly record struct Cost(double Nanoseconds, long Bytes);
