namespace Tidemark.Collector.Tests.Query;

/// <summary>The parts that differ between the reviews of a test.</summary>
internal sealed record SessionFactsSeed
{
    public long Operations { get; init; } = 3;

    public long Errors { get; init; }

    public long Unpriced { get; init; }

    public double? ContextPeakRatio { get; init; }
}
