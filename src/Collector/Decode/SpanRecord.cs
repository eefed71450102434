using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Decode;

/// <summary>One span as sent. Reused for the next one: a sink must not keep a reference.</summary>
internal sealed class SpanRecord(ResourceRecord resource, ScopeRecord scope, int attributeLimit, int eventLimit)
{
    public ResourceRecord Resource { get; } = resource;

    public ScopeRecord Scope { get; } = scope;

    public TraceId TraceId { get; set; }

    public SpanId SpanId { get; set; }

    /// <summary>Empty for a root span, and if the bytes sent are not a span id.</summary>
    public SpanId ParentSpanId { get; set; }

    public ReadOnlyMemory<byte> Name { get; set; }

    /// <summary>0 unspecified, 1 internal, 2 server, 3 client, 4 producer, 5 consumer.</summary>
    public int Kind { get; set; }

    /// <summary>Unix time in nanoseconds, as sent.</summary>
    public ulong StartNanos { get; set; }

    public ulong EndNanos { get; set; }

    /// <summary>0 unset, 1 ok, 2 error.</summary>
    public int StatusCode { get; set; }

    /// <summary>May contain message content: only codes and names of errors are read from it.</summary>
    public ReadOnlyMemory<byte> StatusMessage { get; set; }

    public AttributeList Attributes { get; } = new(attributeLimit);

    public SpanEventList Events { get; } = new(eventLimit, attributeLimit);

    public void Begin()
    {
        TraceId = default;
        SpanId = default;
        ParentSpanId = default;
        Name = default;
        Kind = 0;
        StartNanos = 0;
        EndNanos = 0;
        StatusCode = 0;
        StatusMessage = default;
        Attributes.Clear();
        Events.Clear();
    }
}
