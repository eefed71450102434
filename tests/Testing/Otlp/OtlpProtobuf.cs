namespace Tidemark.Testing.Otlp;

/// <summary>Writes export requests as protobuf. The field numbers are intentionally independent of the collector's.</summary>
internal static class OtlpProtobuf
{
    public static byte[] Traces(params OtlpResource<OtlpSpan>[] resources) => Request(resources, Span);

    public static byte[] Traces(params OtlpSpan[] spans) => Traces(new OtlpResource<OtlpSpan>(spans));

    public static byte[] Logs(params OtlpResource<OtlpLog>[] resources) => Request(resources, Log);

    public static byte[] Logs(params OtlpLog[] logs) => Logs(new OtlpResource<OtlpLog>(logs));

    public static byte[] Metrics(params OtlpResource<OtlpMetric>[] resources) => Request(resources, Metric);

    public static byte[] Metrics(params OtlpMetric[] metrics) => Metrics(new OtlpResource<OtlpMetric>(metrics));

    /// <summary>A request with hand-written items.</summary>
    public static byte[] Request(params ProtobufWriter[] items)
    {
        var scope = new ProtobufWriter();
        foreach (var item in items) scope.Message(2, item);
        return new ProtobufWriter().Message(1, resource => resource.Message(2, scope)).ToArray();
    }

    public static ProtobufWriter Span(OtlpSpan span)
    {
        var message = new ProtobufWriter().Bytes(1, span.TraceId).Bytes(2, span.SpanId);
        if (span.ParentSpanId.Length > 0) message.Bytes(4, span.ParentSpanId);
        message.Text(5, span.Name).Varint(6, (ulong)span.Kind).Fixed64(7, span.StartNanos).Fixed64(8, span.EndNanos);
        Attributes(message, 9, span.Attributes);
        foreach (var item in span.Events)
        {
            message.Message(11, child =>
            {
                child.Fixed64(1, item.TimeNanos).Text(2, item.Name);
                Attributes(child, 3, item.Attributes);
            });
        }

        if (span.StatusCode != 0) message.Message(15, status => status.Varint(3, (ulong)span.StatusCode));
        return message;
    }

    public static ProtobufWriter Log(OtlpLog log)
    {
        var message = new ProtobufWriter().Fixed64(1, log.TimeNanos).Varint(2, (ulong)log.SeverityNumber);
        if (log.Body is not null) message.Message(5, body => Value(body, log.Body));
        Attributes(message, 6, log.Attributes);
        if (log.TraceId.Length > 0) message.Bytes(9, log.TraceId);
        if (log.SpanId.Length > 0) message.Bytes(10, log.SpanId);
        message.Fixed64(11, log.ObservedNanos);
        if (log.EventName.Length > 0) message.Text(12, log.EventName);
        return message;
    }

    public static ProtobufWriter Metric(OtlpMetric metric) => new ProtobufWriter()
        .Text(1, metric.Name)
        .Text(3, metric.Unit)
        .Message(metric.Kind, data =>
        {
            foreach (var point in metric.Points) data.Message(1, Point(metric.Kind, point));
            if (metric.Temporality != 0) data.Varint(2, (ulong)metric.Temporality);
            if (metric.IsMonotonic) data.Varint(3, 1);
        });

    public static void Value(ProtobufWriter message, object? value)
    {
        switch (value)
        {
            case null: break;
            case string text: message.Text(1, text); break;
            case bool flag: message.Varint(2, flag ? 1ul : 0); break;
            case int number: message.Varint(3, (ulong)number); break;
            case long number: message.Varint(3, (ulong)number); break;
            case double number: message.Double(4, number); break;
            case byte[] bytes: message.Bytes(7, bytes); break;
            case OtlpAttributes members: message.Message(6, list => Attributes(list, 1, members)); break;
            case object?[] items:
                message.Message(5, list =>
                {
                    foreach (var item in items) list.Message(1, child => Value(child, item));
                });
                break;
            default: throw new ArgumentException($"no AnyValue holds a {value.GetType()}", nameof(value));
        }
    }

    private static byte[] Request<TItem>(OtlpResource<TItem>[] resources, Func<TItem, ProtobufWriter> write)
    {
        var request = new ProtobufWriter();
        foreach (var resource in resources)
        {
            request.Message(1, envelope => envelope
                .Message(1, message => Attributes(message, 1, resource.Attributes))
                .Message(2, scope =>
                {
                    scope.Message(1, message =>
                    {
                        message.Text(1, resource.ScopeName).Text(2, resource.ScopeVersion);
                        Attributes(message, 3, resource.ScopeAttributes);
                    });
                    foreach (var item in resource.Items) scope.Message(2, write(item));
                }));
        }

        return request.ToArray();
    }

    private static void Attributes(ProtobufWriter message, int field, OtlpAttributes attributes)
    {
        foreach (var (key, value) in attributes)
            message.Message(field, item => item.Text(1, key).Message(2, any => Value(any, value)));
    }

    private static ProtobufWriter Point(int kind, OtlpPoint point)
    {
        var message = new ProtobufWriter().Fixed64(2, point.StartNanos).Fixed64(3, point.TimeNanos);
        var isNumber = kind is OtlpMetric.Gauge or OtlpMetric.Sum;
        if (isNumber && point.Value is double number) message.Double(4, number);
        if (isNumber && point.Value is long integer) message.Fixed64(6, (ulong)integer);
        if (isNumber && point.Value is not (null or double or long))
            throw new ArgumentException($"no data point holds a {point.Value.GetType()}", nameof(point));
        if (!isNumber) message.Fixed64(4, point.Count);
        if (!isNumber && point.Sum is { } sum) message.Double(5, sum);
        var (attributes, flags) = kind switch
        {
            OtlpMetric.Histogram => (9, 10),
            OtlpMetric.ExponentialHistogram => (1, 10),
            _ => (7, 8),
        };
        Attributes(message, attributes, point.Attributes);
        if (point.Flags != 0) message.Varint(flags, point.Flags);
        return message;
    }
}
