using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>One data point of the collector's own metrics.</summary>
/// <param name="Value">Null for histograms.</param>
/// <param name="Count">Null for other kinds, like the sum.</param>
internal sealed record OwnPoint(
    string Metric,
    string Unit,
    MetricKind Kind,
    bool IsMonotonic,
    DateTimeOffset Start,
    DateTimeOffset Time,
    double? Value,
    long? Count,
    double? Sum,
    IReadOnlyList<KeyValuePair<string, object?>> Labels);
