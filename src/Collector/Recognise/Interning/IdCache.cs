using System.Numerics;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>
/// Caches recent ids, so that the spans of one session share one string. A table of fixed size in which new ids replace old ones: it
/// never grows and never locks.
/// </summary>
internal sealed class IdCache(int size, IdFactory create)
{
    private readonly Node?[] _nodes = new Node?[BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(size, 16, 1 << 20))];

    public Id Get(ReadOnlySpan<byte> utf8)
    {
        var hash = SeededHash.Of(utf8);
        ref var place = ref _nodes[hash & (uint)(_nodes.Length - 1)];
        var node = Volatile.Read(ref place);
        if (node is not null && node.Hash == hash && utf8.SequenceEqual(node.Utf8)) return node.Id;
        node = new Node(hash, utf8.ToArray(), create(utf8));
        Volatile.Write(ref place, node);
        return node.Id;
    }

    private sealed record Node(uint Hash, byte[] Utf8, Id Id);
}
