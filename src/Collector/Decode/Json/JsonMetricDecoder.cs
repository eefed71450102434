namespace Tidemark.Collector.Decode.Json;

/// <summary>ExportMetricsServiceRequest. Points are passed on once their metric's name, unit and temporality are known, in whatever order they occur.</summary>
internal sealed class JsonMetricDecoder(DecodeContext context) : JsonDecoder(context, JsonEnvelope.Metrics)
{
    private readonly MetricPointRecord _point = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ref JsonCursor cursor, ITelemetrySink sink)
    {
        Context.Budget.TakeMetric();
        _point.BeginMetric();
        var look = cursor;
        while (look.NextMember(JsonFields.Metric))
        {
            switch (look.Field)
            {
                case OtlpFields.Metric.Name: _point.Name = Attributes.ReadName(in look); break;
                case OtlpFields.Metric.Unit: _point.Unit = Attributes.ReadName(in look); break;
                default: look.Skip(); break;
            }
        }

        while (cursor.NextMember(JsonFields.Metric))
        {
            if (MetricShape.Of(cursor.Field) is { } shape) ReadData(ref cursor, shape, sink);
            else cursor.Skip();
        }
    }

    private void ReadData(ref JsonCursor cursor, MetricShape shape, ITelemetrySink sink)
    {
        _point.BeginData(shape.Kind);
        cursor.EnterObject();
        var look = cursor;
        while (look.NextMember(JsonFields.MetricData))
        {
            switch (look.Field)
            {
                case OtlpFields.MetricData.Temporality: _point.IsDelta = look.ReadEnum() == OtlpFields.MetricData.DeltaTemporality; break;
                case OtlpFields.MetricData.IsMonotonic when shape.Kind == MetricKind.Sum: _point.IsMonotonic = look.ReadBool(); break;
                default: look.Skip(); break;
            }
        }

        while (cursor.NextMember(JsonFields.MetricData))
        {
            if (cursor.Field == OtlpFields.MetricData.Points) ReadPoints(ref cursor, shape, sink);
            else cursor.Skip();
        }
    }

    private void ReadPoints(ref JsonCursor cursor, MetricShape shape, ITelemetrySink sink)
    {
        var mark = Context.Scratch.Mark;
        cursor.EnterArray();
        while (cursor.NextItem())
        {
            Context.Budget.TakeItem();
            _point.BeginPoint();
            cursor.EnterObject();
            while (cursor.NextMember(JsonFields.Point)) ReadPoint(ref cursor, shape);
            sink.OnMetricPoint(_point);
            Context.Scratch.Release(mark);
        }
    }

    private void ReadPoint(ref JsonCursor cursor, MetricShape shape)
    {
        switch (cursor.Field)
        {
            case OtlpFields.Point.StartTime: _point.StartNanos = cursor.ReadUInt64(); break;
            case OtlpFields.Point.Time: _point.TimeNanos = cursor.ReadUInt64(); break;
            case JsonPoint.AsDouble when shape.IsNumber: _point.Value = cursor.ReadDouble(); break;
            case JsonPoint.AsInt when shape.IsNumber: _point.Value = cursor.ReadInt64(); break;
            case JsonPoint.Count when !shape.IsNumber: _point.Count = cursor.ReadUInt64(); break;
            case JsonPoint.Sum when !shape.IsNumber: _point.Sum = cursor.ReadDouble(); break;
            case JsonPoint.Attributes: Attributes.ReadAll(ref cursor, _point.Attributes); break;
            case JsonPoint.Flags: _point.HasNoValue = (cursor.ReadUInt64() & OtlpFields.Point.NoRecordedValueFlag) != 0; break;
            default: cursor.Skip(); break;
        }
    }
}
