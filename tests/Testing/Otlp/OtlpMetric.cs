namespace Tidemark.Testing.Otlp;

/// <summary>A metric to send.</summary>
/// <param name="Kind">The field of the oneof: gauge 5, sum 7, histogram 9, exponential histogram 10, summary 11.</param>
internal sealed record OtlpMetric(string Name, int Kind, params OtlpPoint[] Points)
{
    public const int Gauge = 5;
    public const int Sum = 7;
    public const int Histogram = 9;
    public const int ExponentialHistogram = 10;
    public const int Summary = 11;

    public string Unit { get; init; } = "1";

    /// <summary>0 unspecified, 1 delta, 2 cumulative.</summary>
    public int Temporality { get; init; }

    public bool IsMonotonic { get; init; }
}
