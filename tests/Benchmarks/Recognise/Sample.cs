namespace Tidemark.Benchmarks.Recognise;

/// <summary>One run over one request.</summary>
internal readonly record struct Sample(double Nanoseconds, long Bytes)
{
    public Sample Better(Sample other) => other.Nanoseconds < Nanoseconds ? other : this;
}
