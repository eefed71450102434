namespace Tidemark.Collector.Decode;

/// <summary>The resource (process, service) whose items follow. Reused: <see cref="Version"/> differs from one to the next.</summary>
internal sealed class ResourceRecord(int attributeLimit)
{
    public AttributeList Attributes { get; } = new(attributeLimit);

    /// <summary>Grows with every resource decoded, so that readers can keep what they worked out for one.</summary>
    public long Version { get; private set; }

    public void Begin()
    {
        Attributes.Clear();
        Version++;
    }
}
