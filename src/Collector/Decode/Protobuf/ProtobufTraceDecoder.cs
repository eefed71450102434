using Tidemark.Collector.Model;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportTraceServiceRequest.</summary>
internal sealed class ProtobufTraceDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly SpanRecord _span = new(context.Resource, context.Scope, context.Options.AttributesPerRecord, context.Options.EventsPerSpan);

    protected override void DecodeItem(ProtobufReader message, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _span.Begin();
        while (message.Next()) ReadField(ref message);
        SpanIds.Deliver(_span, sink);
    }

    private void ReadField(ref ProtobufReader message)
    {
        switch (message.Field)
        {
            case OtlpFields.Span.TraceId: _span.TraceId = TraceId.TryRead(message.ReadSpan(), out var trace) ? trace : default; break;
            case OtlpFields.Span.SpanId: _span.SpanId = SpanId.TryRead(message.ReadSpan(), out var id) ? id : default; break;
            case OtlpFields.Span.ParentSpanId: _span.ParentSpanId = SpanId.TryRead(message.ReadSpan(), out var parent) ? parent : default; break;
            case OtlpFields.Span.Name: _span.Name = Context.Name(message.ReadBytes()); break;
            case OtlpFields.Span.Kind: _span.Kind = (int)message.ReadVarint(); break;
            case OtlpFields.Span.StartTime: _span.StartNanos = message.ReadFixed64(); break;
            case OtlpFields.Span.EndTime: _span.EndNanos = message.ReadFixed64(); break;
            case OtlpFields.Span.Attributes: Attributes.Read(message.ReadMessage(), _span.Attributes); break;
            case OtlpFields.Span.DroppedAttributes: ProtobufAttributes.ReadDropped(ref message, _span.Attributes); break;
            case OtlpFields.Span.Events: ReadEvent(message.ReadMessage()); break;
            case OtlpFields.Span.DroppedEvents: _span.Events.AddDropped((uint)message.ReadVarint()); break;
            case OtlpFields.Span.Links: Context.Budget.TakeLink(); message.Skip(); break;
            case OtlpFields.Span.Status: ReadStatus(message.ReadMessage()); break;
            default: message.Skip(); break;
        }
    }

    private void ReadEvent(ProtobufReader message)
    {
        Context.Budget.TakeEvent();
        if (_span.Events.TryAdd() is not { } item) return;
        while (message.Next())
        {
            switch (message.Field)
            {
                case OtlpFields.SpanEvent.Time: item.TimeNanos = message.ReadFixed64(); break;
                case OtlpFields.SpanEvent.Name: item.Name = Context.Name(message.ReadBytes()); break;
                case OtlpFields.SpanEvent.Attributes: Attributes.Read(message.ReadMessage(), item.Attributes); break;
                case OtlpFields.SpanEvent.DroppedAttributes: ProtobufAttributes.ReadDropped(ref message, item.Attributes); break;
                default: message.Skip(); break;
            }
        }
    }

    private void ReadStatus(ProtobufReader message)
    {
        while (message.Next())
        {
            if (message.Field == OtlpFields.Status.Code) _span.StatusCode = (int)message.ReadVarint();
            else message.Skip();
        }
    }
}
