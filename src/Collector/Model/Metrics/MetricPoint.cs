using Tidemark.Collector.Model.Payers;

namespace Tidemark.Collector.Model.Metrics;

/// <summary>One data point of a metric in canonical form, or an event stored as one with the value 1.</summary>
internal sealed record MetricPoint
{
    /// <summary>Identifies the stream: a stable hash of resource, scope, metric, unit and attributes, independent of their order.</summary>
    public required Guid Identity { get; init; }

    /// <summary>0 to 255, derived from the identity.</summary>
    public required short Shard { get; init; }

    /// <summary>When the process started counting: with the identity, the key of a cumulative stream. The epoch if not sent.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>UTC, whole microseconds.</summary>
    public required DateTime Time { get; init; }

    public required string Metric { get; init; }

    public required string Unit { get; init; }

    public required string Service { get; init; }

    public required string Environment { get; init; }

    /// <summary>A UTF-8 JSON object without content; empty = none.</summary>
    public ReadOnlyMemory<byte> Attributes { get; init; }

    public double? Value { get; init; }

    public long? Count { get; init; }

    public double? Sum { get; init; }

    /// <summary>A monotonic total since <see cref="StartedAt"/>, stored as an increment; false for gauges, deltas and totals that can fall.</summary>
    public required bool IsCumulative { get; init; }

    /// <summary>The measures of a coding agent that it counts for.</summary>
    public IReadOnlyList<CodingMark> Coding { get; init; } = [];

    /// <summary>Whether the ledger counts it as an item; false if it came with an event that is an operation as well.</summary>
    public bool IsAlone { get; init; } = true;
}
