using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Decode;

/// <summary>One log record or event as sent. Reused for the next one: a sink must not keep a reference.</summary>
internal sealed class LogRecord(ResourceRecord resource, ScopeRecord scope, int attributeLimit)
{
    public ResourceRecord Resource { get; } = resource;

    public ScopeRecord Scope { get; } = scope;

    /// <summary>Unix time in nanoseconds; 0 = not sent, <see cref="ObservedNanos"/> is used instead.</summary>
    public ulong TimeNanos { get; set; }

    public ulong ObservedNanos { get; set; }

    public int SeverityNumber { get; set; }

    /// <summary>Empty if the bytes sent are not a trace id: logs do not need one.</summary>
    public TraceId TraceId { get; set; }

    public SpanId SpanId { get; set; }

    public ReadOnlyMemory<byte> EventName { get; set; }

    public AttributeValue Body { get; set; }

    public AttributeList Attributes { get; } = new(attributeLimit);

    public void Begin()
    {
        TimeNanos = 0;
        ObservedNanos = 0;
        SeverityNumber = 0;
        TraceId = default;
        SpanId = default;
        EventName = default;
        Body = default;
        Attributes.Clear();
    }
}
