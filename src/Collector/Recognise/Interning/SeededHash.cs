namespace Tidemark.Collector.Recognise.Interning;

/// <summary>A hash that senders cannot aim at: seeded per process, over every byte.</summary>
internal static class SeededHash
{
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return (uint)hash.ToHashCode();
    }
}
