using System.Globalization;
using System.Text;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Tests.Decode;

/// <summary>Writes each item completely, so that two decodings can be compared.</summary>
internal sealed class DescribingSink : ITelemetrySink
{
    public List<string> Items { get; } = [];

    public List<string> Rejected { get; } = [];

    public static string Text(ReadOnlyMemory<byte> utf8) => Encoding.UTF8.GetString(utf8.Span);

    public static string Value(in AttributeValue value) => value.Kind switch
    {
        AttributeValueKind.Empty => "empty",
        AttributeValueKind.String => $"'{Text(value.Text)}'",
        AttributeValueKind.Bool => value.Bool ? "true" : "false",
        AttributeValueKind.Int => value.Int.ToString(CultureInfo.InvariantCulture),
        AttributeValueKind.Double => value.Double.ToString("R", CultureInfo.InvariantCulture) + "d",
        AttributeValueKind.Json => "json " + Text(value.Text),
        AttributeValueKind.Bytes => "bytes " + Convert.ToHexString(value.Text.Span),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    public static string List(AttributeList list)
    {
        var text = new StringBuilder("{");
        foreach (var item in list.AsSpan()) text.Append(CultureInfo.InvariantCulture, $" {Text(item.Key)}={Value(item.Value)}");
        return text.Append(CultureInfo.InvariantCulture, $" }}-{list.Dropped}").ToString();
    }

    public void OnSpan(SpanRecord span)
    {
        var events = new StringBuilder();
        for (var i = 0; i < span.Events.Count; i++)
            events.Append(CultureInfo.InvariantCulture, $" ({span.Events[i].TimeNanos} {Text(span.Events[i].Name)} {List(span.Events[i].Attributes)})");
        Items.Add($"{Envelope(span.Resource, span.Scope)} span {span.TraceId}/{span.SpanId}<{span.ParentSpanId} '{Text(span.Name)}' kind {span.Kind} "
            + $"{span.StartNanos}-{span.EndNanos} status {span.StatusCode} {List(span.Attributes)} events{events}-{span.Events.Dropped}");
    }

    public void OnLog(LogRecord log) => Items.Add($"{Envelope(log.Resource, log.Scope)} log {log.TimeNanos}/{log.ObservedNanos} severity {log.SeverityNumber} "
        + $"{log.TraceId}/{log.SpanId} '{Text(log.EventName)}' body {Value(log.Body)} {List(log.Attributes)}");

    public void OnMetricPoint(
        MetricPointRecord point) => Items.Add($"{Envelope(point.Resource, point.Scope)} point '{Text(point.Name)}' [{Text(point.Unit)}] {point.Kind} "
        + $"delta {point.IsDelta} monotonic {point.IsMonotonic} {point.StartNanos}-{point.TimeNanos} value {point.Value:R} count {point.Count} sum "
        + $"{point.Sum:R} none {point.HasNoValue} {List(point.Attributes)}");

    public void OnRejected(string reason) => Rejected.Add(reason);

    private static string Envelope(ResourceRecord resource, ScopeRecord scope) =>
        $"{List(resource.Attributes)} {Text(scope.Name)}@{Text(scope.Version)} {List(scope.Attributes)}";
}
