namespace Tidemark.Collector.Decode.Json;

/// <summary>ExportLogsServiceRequest.</summary>
internal sealed class JsonLogDecoder(DecodeContext context) : JsonDecoder(context, JsonEnvelope.Logs)
{
    private readonly LogRecord _log = new(context.Resource, context.Scope, context.Options.AttributesPerRecord);

    protected override void DecodeItem(ref JsonCursor cursor, ITelemetrySink sink)
    {
        Context.Budget.TakeItem();
        _log.Begin();
        while (cursor.NextMember(JsonFields.LogRecord)) ReadField(ref cursor);
        sink.OnLog(_log);
    }

    private void ReadField(ref JsonCursor cursor)
    {
        switch (cursor.Field)
        {
            case OtlpFields.LogRecord.Time: _log.TimeNanos = cursor.ReadUInt64(); break;
            case OtlpFields.LogRecord.ObservedTime: _log.ObservedNanos = cursor.ReadUInt64(); break;
            case OtlpFields.LogRecord.SeverityNumber: _log.SeverityNumber = cursor.ReadEnum(); break;
            case OtlpFields.LogRecord.TraceId: _log.TraceId = JsonAttributes.ReadTraceId(in cursor); break;
            case OtlpFields.LogRecord.SpanId: _log.SpanId = JsonAttributes.ReadSpanId(in cursor); break;
            case OtlpFields.LogRecord.EventName: _log.EventName = Attributes.ReadName(in cursor); break;
            case OtlpFields.LogRecord.Body: _log.Body = Attributes.ReadValue(ref cursor); break;
            case OtlpFields.LogRecord.Attributes: Attributes.ReadAll(ref cursor, _log.Attributes); break;
            case OtlpFields.LogRecord.DroppedAttributes: JsonAttributes.ReadDropped(in cursor, _log.Attributes); break;
            default: cursor.Skip(); break;
        }
    }
}
