using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidemark.Testing.Otlp;

/// <summary>Writes export requests as OTLP/JSON, with the same data as <see cref="OtlpProtobuf"/>.</summary>
internal static class OtlpJson
{
    private static readonly JsonSerializerOptions Deep = new() { MaxDepth = 1000 };

    public static byte[] Traces(params OtlpResource<OtlpSpan>[] resources) => Request(resources, "Spans", "spans", Span);

    public static byte[] Traces(params OtlpSpan[] spans) => Traces(new OtlpResource<OtlpSpan>(spans));

    public static byte[] Logs(params OtlpResource<OtlpLog>[] resources) => Request(resources, "Logs", "logRecords", Log);

    public static byte[] Logs(params OtlpLog[] logs) => Logs(new OtlpResource<OtlpLog>(logs));

    public static byte[] Metrics(params OtlpResource<OtlpMetric>[] resources) => Request(resources, "Metrics", "metrics", Metric);

    public static byte[] Metrics(params OtlpMetric[] metrics) => Metrics(new OtlpResource<OtlpMetric>(metrics));

    public static JsonObject Value(object? value) => value switch
    {
        null => [],
        string text => new JsonObject { ["stringValue"] = text },
        bool flag => new JsonObject { ["boolValue"] = flag },
        int number => new JsonObject { ["intValue"] = number },
        long number => new JsonObject { ["intValue"] = Text(number) },
        double number => new JsonObject { ["doubleValue"] = double.IsFinite(number) ? number : number.ToString(CultureInfo.InvariantCulture) },
        byte[] bytes => new JsonObject { ["bytesValue"] = Convert.ToBase64String(bytes) },
        OtlpAttributes members => new JsonObject { ["kvlistValue"] = new JsonObject { ["values"] = Attributes(members) } },
        object?[] items => new JsonObject { ["arrayValue"] = new JsonObject { ["values"] = Array(items, Value) } },
        _ => throw new ArgumentException($"no AnyValue holds a {value.GetType()}", nameof(value)),
    };

    private static byte[] Request<TItem>(OtlpResource<TItem>[] resources, string suffix, string items, Func<TItem, JsonObject> write)
    {
        var request = new JsonObject
        {
            ["resource" + suffix] = Array(resources, resource => new JsonObject
            {
                ["resource"] = new JsonObject { ["attributes"] = Attributes(resource.Attributes) },
                ["scope" + suffix] = new JsonArray(new JsonObject
                {
                    ["scope"] = new JsonObject
                    {
                        ["name"] = resource.ScopeName,
                        ["version"] = resource.ScopeVersion,
                        ["attributes"] = Attributes(resource.ScopeAttributes),
                    },
                    [items] = Array(resource.Items, write),
                }),
            }),
        };
        return JsonSerializer.SerializeToUtf8Bytes(request, Deep);
    }

    private static JsonObject Span(OtlpSpan span) => new()
    {
        ["traceId"] = Convert.ToHexString(span.TraceId),
        ["spanId"] = Convert.ToHexStringLower(span.SpanId),
        ["parentSpanId"] = Convert.ToHexStringLower(span.ParentSpanId),
        ["name"] = span.Name,
        ["kind"] = span.Kind,
        ["startTimeUnixNano"] = Text(span.StartNanos),
        ["endTimeUnixNano"] = Text(span.EndNanos),
        ["attributes"] = Attributes(span.Attributes),
        ["events"] = Array(span.Events, item => new JsonObject
        {
            ["timeUnixNano"] = Text(item.TimeNanos),
            ["name"] = item.Name,
            ["attributes"] = Attributes(item.Attributes),
        }),
        ["status"] = new JsonObject { ["code"] = span.StatusCode },
    };

    private static JsonObject Log(OtlpLog log) => new()
    {
        ["timeUnixNano"] = Text(log.TimeNanos),
        ["observedTimeUnixNano"] = Text(log.ObservedNanos),
        ["severityNumber"] = log.SeverityNumber,
        ["body"] = log.Body is null ? null : Value(log.Body),
        ["attributes"] = Attributes(log.Attributes),
        ["traceId"] = Convert.ToHexStringLower(log.TraceId),
        ["spanId"] = Convert.ToHexStringLower(log.SpanId),
        ["eventName"] = log.EventName,
    };

    private static JsonObject Metric(OtlpMetric metric)
    {
        var data = new JsonObject { ["dataPoints"] = Array(metric.Points, point => Point(metric.Kind, point)) };
        if (metric.Temporality != 0) data["aggregationTemporality"] = metric.Temporality;
        if (metric.IsMonotonic) data["isMonotonic"] = true;
        var kind = metric.Kind switch
        {
            OtlpMetric.Gauge => "gauge",
            OtlpMetric.Sum => "sum",
            OtlpMetric.Histogram => "histogram",
            OtlpMetric.ExponentialHistogram => "exponentialHistogram",
            _ => "summary",
        };
        return new JsonObject { ["name"] = metric.Name, ["unit"] = metric.Unit, [kind] = data };
    }

    private static JsonObject Point(int kind, OtlpPoint point)
    {
        var json = new JsonObject
        {
            ["startTimeUnixNano"] = Text(point.StartNanos),
            ["timeUnixNano"] = Text(point.TimeNanos),
            ["attributes"] = Attributes(point.Attributes),
            ["flags"] = point.Flags,
        };
        if (kind is OtlpMetric.Gauge or OtlpMetric.Sum)
        {
            if (point.Value is double number) json["asDouble"] = number;
            if (point.Value is long integer) json["asInt"] = Text(integer);
            return json;
        }

        json["count"] = Text(point.Count);
        if (point.Sum is { } sum) json["sum"] = sum;
        return json;
    }

    private static JsonArray Attributes(OtlpAttributes attributes) =>
        Array(attributes, attribute => new JsonObject { ["key"] = attribute.Key, ["value"] = Value(attribute.Value) });

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => [.. items.Select(write)];

    private static string Text<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
