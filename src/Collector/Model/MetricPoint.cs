namespace Tidemark.Collector.Model;

/// <summary>One data point of a metric in canonical form, or an event that counts as one, with the value 1.</summary>
internal sealed record MetricPoint
{
    /// <summary>Names the stream: a stable hash over resource, scope, metric, unit and attributes, whatever their order.</summary>
    public required Guid Identity { get; init; }

    /// <summary>0 to 255, from the identity.</summary>
    public required short Shard { get; init; }

    /// <summary>When the process began to count: with the identity, the key of a cumulative stream. Epoch where not sent.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime Time { get; init; }

    public required string Metric { get; init; }

    public required string Unit { get; init; }

    public required string Service { get; init; }

    public required string Environment { get; init; }

    /// <summary>As one UTF-8 JSON object without content; empty = none.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    public double? Value { get; init; }

    public long? Count { get; init; }

    public double? Sum { get; init; }

    /// <summary>A monotonic total since <see cref="StartedAt"/>, to be stored as an increment; false for gauges, deltas and totals that can fall.</summary>
    public required bool IsCumulative { get; init; }

    /// <summary>What it counts as, where a coding agent sent it.</summary>
    public IReadOnlyList<CodingMark> Coding { get; init; } = [];

    /// <summary>An item of its own, which the ledger counts; false = it came with an event that is an operation as well.</summary>
    public bool IsAlone { get; init; } = true;
}
