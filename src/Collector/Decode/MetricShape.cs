namespace Tidemark.Collector.Decode;

/// <summary>Layout of the data points of one metric kind.</summary>
/// <param name="Field">The field of Metric that holds this kind.</param>
/// <param name="Kind">The metric kind.</param>
/// <param name="IsNumber">True if points carry a number; false if they carry a count and a sum.</param>
/// <param name="AttributesField">Field number of the point's attributes.</param>
/// <param name="FlagsField">Field number of the point's flags.</param>
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

    /// <summary>Returns null if that field of Metric holds no data points.</summary>
    public static MetricShape? Of(int field)
    {
        foreach (var shape in All)
        {
            if (shape.Field == field) return shape;
        }

        return null;
    }
}
