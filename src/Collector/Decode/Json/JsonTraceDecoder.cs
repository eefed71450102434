namespace Tidemark.Collector.Decode.Json;

/// <summary>ExportTraceServiceRequest.</summary>
internal sealed class JsonTraceDecoder(DecodeContext context) : JsonDecoder(context, JsonEnvelope.Traces)
{
    private readonly SpanRecord _span = new(context.Resource, context.Scope, context.Options.AttributesPerRecord, context.Options.EventsPerSpan);

    protected override void DecodeItem(ref JsonCursor cursor, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _span.Begin();
        while (cursor.NextMember(JsonFields.Span)) ReadField(ref cursor);
        SpanIds.Deliver(_span, sink);
    }

    private void ReadField(ref JsonCursor cursor)
    {
        switch (cursor.Field)
        {
            case OtlpFields.Span.TraceId: _span.TraceId = JsonAttributes.ReadTraceId(in cursor); break;
            case OtlpFields.Span.SpanId: _span.SpanId = JsonAttributes.ReadSpanId(in cursor); break;
            case OtlpFields.Span.ParentSpanId: _span.ParentSpanId = JsonAttributes.ReadSpanId(in cursor); break;
            case OtlpFields.Span.Name: _span.Name = Attributes.ReadName(in cursor); break;
            case OtlpFields.Span.Kind: _span.Kind = cursor.ReadEnum(); break;
            case OtlpFields.Span.StartTime: _span.StartNanos = cursor.ReadUInt64(); break;
            case OtlpFields.Span.EndTime: _span.EndNanos = cursor.ReadUInt64(); break;
            case OtlpFields.Span.Attributes: Attributes.ReadAll(ref cursor, _span.Attributes); break;
            case OtlpFields.Span.DroppedAttributes: JsonAttributes.ReadDropped(in cursor, _span.Attributes); break;
            case OtlpFields.Span.Events: ReadEvents(ref cursor); break;
            case OtlpFields.Span.DroppedEvents: _span.Events.AddDropped((uint)cursor.ReadUInt64()); break;
            case OtlpFields.Span.Links: CountLinks(ref cursor); break;
            case OtlpFields.Span.Status: ReadStatus(ref cursor); break;
            default: cursor.Skip(); break;
        }
    }

    private void ReadEvents(ref JsonCursor cursor)
    {
        cursor.EnterArray();
        while (cursor.NextItem())
        {
            Context.Budget.TakeEvent();
            if (_span.Events.TryAdd() is { } item) ReadEvent(ref cursor, item);
            else cursor.Skip();
        }
    }

    private void ReadEvent(ref JsonCursor cursor, SpanEventRecord item)
    {
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.SpanEvent))
        {
            switch (cursor.Field)
            {
                case OtlpFields.SpanEvent.Time: item.TimeNanos = cursor.ReadUInt64(); break;
                case OtlpFields.SpanEvent.Name: item.Name = Attributes.ReadName(in cursor); break;
                case OtlpFields.SpanEvent.Attributes: Attributes.ReadAll(ref cursor, item.Attributes); break;
                case OtlpFields.SpanEvent.DroppedAttributes: JsonAttributes.ReadDropped(in cursor, item.Attributes); break;
                default: cursor.Skip(); break;
            }
        }
    }

    private void CountLinks(ref JsonCursor cursor)
    {
        cursor.EnterArray();
        while (cursor.NextItem())
        {
            Context.Budget.TakeLink();
            cursor.Skip();
        }
    }

    private void ReadStatus(ref JsonCursor cursor)
    {
        cursor.EnterObject();
        while (cursor.NextMember(JsonFields.Status))
        {
            switch (cursor.Field)
            {
                case OtlpFields.Status.Code: _span.StatusCode = cursor.ReadEnum(); break;
                case OtlpFields.Status.Message: _span.StatusMessage = Attributes.ReadName(in cursor); break;
                default: cursor.Skip(); break;
            }
        }
    }
}
