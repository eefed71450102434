namespace Tidemark.Benchmarks.Ingest;

/// <summary>One measurement: the rate of the collector, followed by that of plain COPY of the same rows.</summary>
/// <param name="Persisted">Number of operations stored, and of rows copied.</param>
/// <param name="Copying">Duration of plain COPY.</param>
/// <param name="Before">Usage before sending.</param>
/// <param name="After">Usage after the last response.</param>
internal sealed record Round(long Persisted, TimeSpan Copying, LoadResult Load, Usage Before, Usage After)
{
    public double PersistedPerSecond => Persisted / Load.Elapsed.TotalSeconds;

    public double CopiedPerSecond => Persisted / Copying.TotalSeconds;

    public double Ratio => PersistedPerSecond / CopiedPerSecond;

    /// <summary>Usage per operation.</summary>
    public double PerOperation(Func<Usage, double> used) => (used(After) - used(Before)) / Persisted;
}
