namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportMetricsServiceRequest. A point is handed on when its metric's name, unit and temporality are known, wherever they stand.</summary>
internal sealed class ProtobufMetricDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly MetricPointRecord _point = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ProtobufReader message, ITelemetrySink sink)
    {
        Context.Budget.TakeMetric();
        _point.BeginMetric();
        var look = message;
        while (look.Next())
        {
            switch (look.Field)
            {
                case OtlpFields.Metric.Name: _point.Name = Context.Name(look.ReadBytes()); break;
                case OtlpFields.Metric.Unit: _point.Unit = Context.Name(look.ReadBytes()); break;
                default: look.Skip(); break;
            }
        }

        while (message.Next())
        {
            if (MetricShape.Of(message.Field) is { } shape) ReadData(message.ReadMessage(), shape, sink);
            else message.Skip();
        }
    }

    private void ReadData(ProtobufReader message, MetricShape shape, ITelemetrySink sink)
    {
        _point.BeginData(shape.Kind);
        var look = message;
        while (look.Next())
        {
            switch (look.Field)
            {
                case OtlpFields.MetricData.Temporality: _point.IsDelta = look.ReadVarint() == OtlpFields.MetricData.DeltaTemporality; break;
                case OtlpFields.MetricData.IsMonotonic when shape.Kind == MetricKind.Sum: _point.IsMonotonic = look.ReadVarint() != 0; break;
                default: look.Skip(); break;
            }
        }

        var mark = Context.Scratch.Mark;
        while (message.Next())
        {
            if (message.Field == OtlpFields.MetricData.Points) ReadPoint(message.ReadMessage(), shape, sink);
            else message.Skip();
            Context.Scratch.Release(mark);
        }
    }

    private void ReadPoint(ProtobufReader message, MetricShape shape, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _point.BeginPoint();
        while (message.Next())
        {
            switch (message.Field)
            {
                case OtlpFields.Point.StartTime: _point.StartNanos = message.ReadFixed64(); break;
                case OtlpFields.Point.Time: _point.TimeNanos = message.ReadFixed64(); break;
                case OtlpFields.Point.AsDouble when shape.IsNumber: _point.Value = message.ReadDouble(); break;
                case OtlpFields.Point.AsInt when shape.IsNumber: _point.Value = (long)message.ReadFixed64(); break;
                case OtlpFields.Point.Count when !shape.IsNumber: _point.Count = message.ReadFixed64(); break;
                case OtlpFields.Point.Sum when !shape.IsNumber: _point.Sum = message.ReadDouble(); break;
                case var field when field == shape.AttributesField: Attributes.Read(message.ReadMessage(), _point.Attributes); break;
                case var field when field == shape.FlagsField: _point.HasNoValue = (message.ReadVarint() & OtlpFields.Point.NoRecordedValueFlag) != 0; break;
                default: message.Skip(); break;
            }
        }

        sink.OnMetricPoint(_point);
    }
}
