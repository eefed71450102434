namespace Tidemark.Benchmarks.Ingest;

/// <summary>One measurement: the collector's rate and the plain copy's, of the same rows, one right after the other.</summary>
internal sealed record Round(long Persisted, double PersistedPerSecond, double CopiedPerSecond, LoadResult Load)
{
    public double Ratio => PersistedPerSecond / CopiedPerSecond;
}
