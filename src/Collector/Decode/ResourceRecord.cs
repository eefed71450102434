namespace Tidemark.Collector.Decode;

/// <summary>The resource (process, service) of the following items. Reused: <see cref="Version"/> differs between resources.</summary>
internal sealed class ResourceRecord(int attributeLimit)
{
    public AttributeList Attributes { get; } = new(attributeLimit);

    /// <summary>Incremented for every decoded resource, so that readers can cache what they derive from it.</summary>
    public long Version { get; private set; }

    public void Begin()
    {
        Attributes.Clear();
        Version++;
    }
}
