using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportTraceServiceRequest.</summary>
internal sealed class ProtobufTraceDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly SpanRecord _span = new(context.Resource, context.Scope, context.Options.AttributesPerRecord, context.Options.EventsPerSpan);

    protected override void DecodeItem(ref ProtobufReader reader, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _span.Begin();
        while (reader.Next()) ReadField(ref reader);
        SpanIds.Deliver(_span, sink);
    }

    private void ReadField(ref ProtobufReader reader)
    {
        switch (reader.Field)
        {
            case OtlpFields.Span.TraceId: _span.TraceId = TraceId.TryRead(reader.ReadSpan(), out var trace) ? trace : default; break;
            case OtlpFields.Span.SpanId: _span.SpanId = SpanId.TryRead(reader.ReadSpan(), out var id) ? id : default; break;
            case OtlpFields.Span.ParentSpanId: _span.ParentSpanId = SpanId.TryRead(reader.ReadSpan(), out var parent) ? parent : default; break;
            case OtlpFields.Span.Name: _span.Name = Context.Name(reader.ReadBytes()); break;
            case OtlpFields.Span.Kind: _span.Kind = (int)reader.ReadVarint(); break;
            case OtlpFields.Span.StartTime: _span.StartNanos = reader.ReadFixed64(); break;
            case OtlpFields.Span.EndTime: _span.EndNanos = reader.ReadFixed64(); break;
            case OtlpFields.Span.Attributes: Attributes.Read(ref reader, _span.Attributes); break;
            case OtlpFields.Span.DroppedAttributes: ProtobufAttributes.ReadDropped(ref reader, _span.Attributes); break;
            case OtlpFields.Span.Events: ReadEvent(ref reader); break;
            case OtlpFields.Span.DroppedEvents: _span.Events.AddDropped((uint)reader.ReadVarint()); break;
            case OtlpFields.Span.Links: Context.Budget.TakeLink(); reader.Skip(); break;
            case OtlpFields.Span.Status: ReadStatus(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private void ReadEvent(ref ProtobufReader reader)
    {
        Context.Budget.TakeEvent();
        if (_span.Events.TryAdd() is not { } item)
        {
            reader.Skip();
            return;
        }

        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.SpanEvent.Time: item.TimeNanos = reader.ReadFixed64(); break;
                case OtlpFields.SpanEvent.Name: item.Name = Context.Name(reader.ReadBytes()); break;
                case OtlpFields.SpanEvent.Attributes: Attributes.Read(ref reader, item.Attributes); break;
                case OtlpFields.SpanEvent.DroppedAttributes: ProtobufAttributes.ReadDropped(ref reader, item.Attributes); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
    }

    private void ReadStatus(ref ProtobufReader reader)
    {
        var outer = reader.Enter();
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case OtlpFields.Status.Code: _span.StatusCode = (int)reader.ReadVarint(); break;
                case OtlpFields.Status.Message: _span.StatusMessage = Context.Name(reader.ReadBytes()); break;
                default: reader.Skip(); break;
            }
        }

        reader.Leave(outer);
    }
}
