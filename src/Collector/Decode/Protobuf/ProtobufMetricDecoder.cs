namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportMetricsServiceRequest. Points are passed on once their metric's name, unit and temporality are known, in whatever order they occur.</summary>
internal sealed class ProtobufMetricDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly MetricPointRecord _point = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ref ProtobufReader reader, ITelemetrySink sink)
    {
        Context.Budget.TakeMetric();
        _point.BeginMetric();
        var look = reader;
        while (look.Next())
        {
            switch (look.Field)
            {
                case OtlpFields.Metric.Name: _point.Name = Context.Name(look.ReadBytes()); break;
                case OtlpFields.Metric.Unit: _point.Unit = Context.Name(look.ReadBytes()); break;
                default: look.Skip(); break;
            }
        }

        while (reader.Next())
        {
            if (MetricShape.Of(reader.Field) is { } shape) ReadData(ref reader, shape, sink);
            else reader.Skip();
        }
    }

    private void ReadData(ref ProtobufReader reader, MetricShape shape, ITelemetrySink sink)
    {
        _point.BeginData(shape.Kind);
        var outer = reader.Enter();
        var look = reader;
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
        while (reader.Next())
        {
            if (reader.Field == OtlpFields.MetricData.Points) ReadPoint(ref reader, shape, sink);
            else reader.Skip();
            Context.Scratch.Release(mark);
        }

        reader.Leave(outer);
    }

    private void ReadPoint(ref ProtobufReader reader, MetricShape shape, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _point.BeginPoint();
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.Point.StartTime: _point.StartNanos = reader.ReadFixed64(); break;
                case OtlpFields.Point.Time: _point.TimeNanos = reader.ReadFixed64(); break;
                case OtlpFields.Point.AsDouble when shape.IsNumber: _point.Value = reader.ReadDouble(); break;
                case OtlpFields.Point.AsInt when shape.IsNumber: _point.Value = (long)reader.ReadFixed64(); break;
                case OtlpFields.Point.Count when !shape.IsNumber: _point.Count = reader.ReadFixed64(); break;
                case OtlpFields.Point.Sum when !shape.IsNumber: _point.Sum = reader.ReadDouble(); break;
                case var field when field == shape.AttributesField: Attributes.Read(ref reader, _point.Attributes); break;
                case var field when field == shape.FlagsField: _point.HasNoValue = (reader.ReadVarint() & OtlpFields.Point.NoRecordedValueFlag) != 0; break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
        sink.OnMetricPoint(_point);
    }
}
