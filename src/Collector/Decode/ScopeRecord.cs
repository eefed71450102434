namespace Tidemark.Collector.Decode;

/// <summary>The instrumentation scope of the following items. Reused.</summary>
internal sealed class ScopeRecord(int attributeLimit)
{
    public ReadOnlyMemory<byte> Name { get; set; }

    public ReadOnlyMemory<byte> Version { get; set; }

    public AttributeList Attributes { get; } = new(attributeLimit);

    public void Begin()
    {
        Name = default;
        Version = default;
        Attributes.Clear();
    }
}
