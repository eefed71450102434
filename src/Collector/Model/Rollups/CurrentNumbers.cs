namespace Tidemark.Collector.Model.Rollups;

/// <summary>The numbers of the last minute, with the names and units of <c>tidemark.windows</c>.</summary>
internal sealed record CurrentNumbers
{
    /// <summary>Minimum number of seconds covered: the range starts at a ten-second bucket.</summary>
    public const int WindowSeconds = 60;

    public required DateTime AsOf { get; init; }

    public required long SessionsActive { get; init; }

    public required long Operations { get; init; }

    public required long Errors { get; init; }

    public required double OperationsPerSecond { get; init; }

    public required double TokensPerSecond { get; init; }

    public required double CostPerHour { get; init; }

    /// <summary>Milliseconds; null without operations, like the other percentiles.</summary>
    public required double? P50Ms { get; init; }

    public required double? P95Ms { get; init; }

    public required double? P99Ms { get; init; }

    /// <summary>0 to 100; null without operations.</summary>
    public required double? HealthScore { get; init; }

    public required string? HealthStatus { get; init; }

    /// <summary>0 without operations.</summary>
    public double ErrorRatio => Operations == 0 ? 0 : (double)Errors / Operations;
}
