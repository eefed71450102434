namespace Tidemark.Benchmarks.Recognise;

/// <summary>A measurement of one request.</summary>
internal readonly record struct Sample(double Nanoseconds, long Bytes)
{
    public Sample Better(Sample other) => other.Nanoseconds < Nanoseconds ? other : this;
}
