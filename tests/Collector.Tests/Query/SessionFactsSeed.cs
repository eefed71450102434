namespace Tidemark.Collector.Tests.Query;

/// <summary>What differs between the reviews of a test.</summary>
internal sealed record SessionFactsSeed
{
    public long Operations { get; init; } = 3;

    public long Errors { get; init; }

    public long Unpriced { get; init; }

    public double? ContextPeakRatio { get; init; }
}
