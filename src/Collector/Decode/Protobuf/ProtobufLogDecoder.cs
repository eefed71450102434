using Tidemark.Collector.Model;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportLogsServiceRequest.</summary>
internal sealed class ProtobufLogDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly LogRecord _log = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ProtobufReader message, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _log.Begin();
        while (message.Next()) ReadField(ref message);
        sink.OnLog(_log);
    }

    private void ReadField(ref ProtobufReader message)
    {
        switch (message.Field)
        {
            case OtlpFields.LogRecord.Time: _log.TimeNanos = message.ReadFixed64(); break;
            case OtlpFields.LogRecord.ObservedTime: _log.ObservedNanos = message.ReadFixed64(); break;
            case OtlpFields.LogRecord.SeverityNumber: _log.SeverityNumber = (int)message.ReadVarint(); break;
            case OtlpFields.LogRecord.TraceId: _log.TraceId = TraceId.TryRead(message.ReadSpan(), out var trace) ? trace : default; break;
            case OtlpFields.LogRecord.SpanId: _log.SpanId = SpanId.TryRead(message.ReadSpan(), out var id) ? id : default; break;
            case OtlpFields.LogRecord.EventName: _log.EventName = Context.Name(message.ReadBytes()); break;
            case OtlpFields.LogRecord.Body: _log.Body = Attributes.ReadValue(message.ReadMessage()); break;
            case OtlpFields.LogRecord.Attributes: Attributes.Read(message.ReadMessage(), _log.Attributes); break;
            case OtlpFields.LogRecord.DroppedAttributes: ProtobufAttributes.ReadDropped(ref message, _log.Attributes); break;
            default: message.Skip(); break;
        }
    }
}
