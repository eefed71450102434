namespace Tidemark.Benchmarks.Ingest;

/// <summary>One measurement: the collector's rate and the plain copy's, of the same rows, one right after the other.</summary>
/// <param name="Persisted">Operations stored, and as many rows copied.</param>
/// <param name="Copying">How long the plain copy took.</param>
/// <param name="Before">Before the sending.</param>
/// <param name="After">After the last answer.</param>
internal sealed record Round(long Persisted, TimeSpan Copying, LoadResult Load, Usage Before, Usage After)
{
    public double PersistedPerSecond => Persisted / Load.Elapsed.TotalSeconds;

    public double CopiedPerSecond => Persisted / Copying.TotalSeconds;

    public double Ratio => PersistedPerSecond / CopiedPerSecond;

    /// <summary>What one operation has used of something.</summary>
    public double PerOperation(Func<Usage, double> used) => (used(After) - used(Before)) / Persisted;
}
