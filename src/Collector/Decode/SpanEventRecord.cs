namespace Tidemark.Collector.Decode;

/// <summary>One event of a span. Reused.</summary>
internal sealed class SpanEventRecord(int attributeLimit)
{
    public ulong TimeNanos { get; set; }

    public ReadOnlyMemory<byte> Name { get; set; }

    public AttributeList Attributes { get; } = new(attributeLimit);

    public void Begin()
    {
        TimeNanos = 0;
        Name = default;
        Attributes.Clear();
    }
}
