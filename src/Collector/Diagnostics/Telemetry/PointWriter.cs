using System.Globalization;
using System.Text;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Diagnostics.Telemetry;

/// <summary>Passes own points to the pipeline as if they had been received: one way into the database, one ledger.</summary>
internal sealed class PointWriter
{
    private const int Labels = 8;

    private readonly MetricPointRecord _record;

    public PointWriter(string instance)
    {
        var resource = new ResourceRecord(Labels);
        resource.Begin();
        resource.Attributes.Add(Text("service.name", OwnMetrics.Service));
        resource.Attributes.Add(Text("service.version", OwnMetrics.Version));
        resource.Attributes.Add(Text("service.instance.id", instance));
        var scope = new ScopeRecord(Labels);
        scope.Begin();
        scope.Name = Encoding.UTF8.GetBytes(OwnMetrics.Service);
        _record = new MetricPointRecord(resource, scope, Labels);
    }

    public void Write(IEnumerable<OwnPoint> points, ITelemetrySink sink)
    {
        foreach (var point in points)
        {
            _record.BeginMetric();
            _record.Name = Encoding.UTF8.GetBytes(point.Metric);
            _record.Unit = Encoding.UTF8.GetBytes(point.Unit);
            _record.BeginData(point.Kind);
            _record.IsMonotonic = point.IsMonotonic;
            _record.StartNanos = Nanos(point.Start);
            _record.TimeNanos = Nanos(point.Time);
            _record.Value = point.Value;
            _record.Count = (ulong?)point.Count;
            _record.Sum = point.Sum;
            foreach (var (key, value) in point.Labels) _record.Attributes.Add(Text(key, Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""));
            sink.OnMetricPoint(_record);
        }
    }

    private static ulong Nanos(DateTimeOffset time) => (ulong)(time - DateTimeOffset.UnixEpoch).Ticks * (ulong)TimeSpan.NanosecondsPerTick;

    private static Decode.Attribute Text(string key, string value) => new(Encoding.UTF8.GetBytes(key), AttributeValue.OfString(Encoding.UTF8.GetBytes(value)));
}
