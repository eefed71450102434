namespace Tidemark.Collector.Recognise.Interning;

/// <summary>A hash that senders cannot attack with collisions: seeded per process, over all bytes.</summary>
internal static class SeededHash
{
    public static uint Of(ReadOnlySpan<byte> text)
    {
        var hash = default(HashCode);
        hash.AddBytes(text);
        return (uint)hash.ToHashCode();
    }
}
