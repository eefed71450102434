using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>ExportLogsServiceRequest.</summary>
internal sealed class ProtobufLogDecoder(DecodeContext context) : ProtobufDecoder(context)
{
    private readonly LogRecord _log = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ref ProtobufReader reader, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _log.Begin();
        while (reader.Next()) ReadField(ref reader);
        sink.OnLog(_log);
    }

    private void ReadField(ref ProtobufReader reader)
    {
        switch (reader.Field)
        {
            case OtlpFields.LogRecord.Time: _log.TimeNanos = reader.ReadFixed64(); break;
            case OtlpFields.LogRecord.ObservedTime: _log.ObservedNanos = reader.ReadFixed64(); break;
            case OtlpFields.LogRecord.SeverityNumber: _log.SeverityNumber = (int)reader.ReadVarint(); break;
            case OtlpFields.LogRecord.TraceId: _log.TraceId = TraceId.TryRead(reader.ReadSpan(), out var trace) ? trace : default; break;
            case OtlpFields.LogRecord.SpanId: _log.SpanId = SpanId.TryRead(reader.ReadSpan(), out var id) ? id : default; break;
            case OtlpFields.LogRecord.EventName: _log.EventName = Context.Name(reader.ReadBytes()); break;
            case OtlpFields.LogRecord.Body: _log.Body = Attributes.ReadValue(ref reader); break;
            case OtlpFields.LogRecord.Attributes: Attributes.Read(ref reader, _log.Attributes); break;
            case OtlpFields.LogRecord.DroppedAttributes: ProtobufAttributes.ReadDropped(ref reader, _log.Attributes); break;
            default: reader.Skip(); break;
        }
    }
}
