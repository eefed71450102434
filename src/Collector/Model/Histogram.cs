namespace Tidemark.Collector.Model;

/// <summary>
/// Counts of values in buckets of the OTel exponential histogram at scale 5: bucket i holds (base^i, base^(i+1)],
/// base = 2^(1/32), so that a percentile read from it is at most 1.1 % off. Zero and below fall into the lowest bucket.
/// </summary>
/// <remarks>Source: OpenTelemetry metrics data model, exponential histogram. Values are microseconds.</remarks>
internal sealed class Histogram
{
    public const int Scale = 5;

    /// <summary>Bits of a stored cell that hold the count; the bucket's index stands above them.</summary>
    public const int CountBits = 40;

    private const double BucketsPerOctave = 1 << Scale;

    private readonly SortedDictionary<int, long> _counts = [];

    public static int BucketOf(long micros) => micros <= 1 ? 0 : (int)Math.Ceiling(Math.Log2(micros) * BucketsPerOctave) - 1;

    /// <summary>The value a bucket stands for: where the relative error to both of its bounds is equal.</summary>
    public static double MidpointOf(int bucket)
    {
        var lower = Math.Pow(2, bucket / BucketsPerOctave);
        var upper = Math.Pow(2, (bucket + 1) / BucketsPerOctave);
        return 2 * lower * upper / (lower + upper);
    }

    public void Add(long micros) => Add(BucketOf(micros), 1);

    public void Add(Histogram other)
    {
        foreach (var (bucket, count) in other._counts) Add(bucket, count);
    }

    /// <summary>One number a bucket, ascending: index shifted by <see cref="CountBits"/>, plus count. The form that is stored.</summary>
    public long[] ToCells() => [.. _counts.Select(cell => ((long)cell.Key << CountBits) + cell.Value)];

    private void Add(int bucket, long count) =>
        _counts[bucket] = _counts.TryGetValue(bucket, out var current) ? current + count : count;
}
