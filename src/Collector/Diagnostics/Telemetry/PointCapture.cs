using OpenTelemetry;
using OpenTelemetry.Metrics;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>An exporter that keeps the SDK's aggregated points until they are read.</summary>
internal sealed class PointCapture : BaseExporter<Metric>
{
    private List<OwnPoint> _points = [];

    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints()) _points.Add(Read(metric, point));
        }

        return ExportResult.Success;
    }

    public IReadOnlyList<OwnPoint> Take()
    {
        var taken = _points;
        _points = [];
        return taken;
    }

    private static OwnPoint Read(Metric metric, in MetricPoint point)
    {
        var labels = new List<KeyValuePair<string, object?>>();
        foreach (var label in point.Tags) labels.Add(label);
        var isHistogram = metric.MetricType is MetricType.Histogram or MetricType.ExponentialHistogram;
        double? value = metric.MetricType switch
        {
            MetricType.LongSum or MetricType.LongSumNonMonotonic => point.GetSumLong(),
            MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => point.GetSumDouble(),
            MetricType.LongGauge => point.GetGaugeLastValueLong(),
            MetricType.DoubleGauge => point.GetGaugeLastValueDouble(),
            _ => null,
        };
        return new OwnPoint(
            metric.Name,
            metric.Unit,
            isHistogram ? MetricKind.Histogram : metric.MetricType is MetricType.LongGauge or MetricType.DoubleGauge ? MetricKind.Gauge : MetricKind.Sum,
            metric.MetricType is MetricType.LongSum or MetricType.DoubleSum,
            point.StartTime,
            point.EndTime,
            value,
            isHistogram ? point.GetHistogramCount() : null,
            isHistogram ? point.GetHistogramSum() : null,
            labels);
    }
}
