namespace Tidemark.Collector.Decode;

/// <summary>How the points of one kind of metric are laid out.</summary>
/// <param name="Field">Where in Metric this kind stands.</param>
/// <param name="Kind">The kind.</param>
/// <param name="IsNumber">Points carry a number; else a count and a sum.</param>
/// <param name="AttributesField">Of the point.</param>
/// <param name="FlagsField">Of the point.</param>
internal sealed record MetricShape(int Field, MetricKind Kind, bool IsNumber, int AttributesField, int FlagsField)
{
    private static readonly MetricShape[] All =
    [
        new(OtlpFields.Metric.Gauge, MetricKind.Gauge, IsNumber: true, AttributesField: 7, FlagsField: 8),
        new(OtlpFields.Metric.Sum, MetricKind.Sum, IsNumber: true, AttributesField: 7, FlagsField: 8),
        new(OtlpFields.Metric.Histogram, MetricKind.Histogram, IsNumber: false, AttributesField: 9, FlagsField: 10),
        new(OtlpFields.Metric.ExponentialHistogram, MetricKind.ExponentialHistogram, IsNumber: false, AttributesField: 1, FlagsField: 10),
        new(OtlpFields.Metric.Summary, MetricKind.Summary, IsNumber: false, AttributesField: 7, FlagsField: 8),
    ];

    /// <summary>Null = that field of Metric holds no points.</summary>
    public static MetricShape? Of(int field)
    {
        foreach (var shape in All)
        {
            if (shape.Field == field) return shape;
        }

        return null;
    }
}
