using System.Text;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>
/// Interns objects by UTF-8 text without creating strings. Shared by all requests; reading takes no lock. Holds at most
/// <c>limit</c> texts for the life of the process; the caller decides what happens to further ones.
/// </summary>
internal sealed class Utf8Pool<T>
    where T : class
{
    private readonly Lock _writing = new();
    private readonly Node?[] _buckets;
    private readonly Func<string, T> _create;
    private readonly int _limit;

    public Utf8Pool(int limit, Func<string, T> create)
    {
        _limit = limit;
        _create = create;
        _buckets = new Node?[(int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(limit, 16, 1 << 16))];
    }

    public int Count { get; private set; }

    /// <summary>Returns the text's object, created if there is room; otherwise null.</summary>
    public T? GetOrAdd(ReadOnlySpan<byte> utf8)
    {
        var hash = SeededHash.Of(utf8);
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        return Find(Volatile.Read(ref bucket), hash, utf8) ?? Add(ref bucket, hash, utf8);
    }

    /// <summary>Returns the text's object, if there is one.</summary>
    public T? Find(ReadOnlySpan<byte> utf8)
    {
        var hash = SeededHash.Of(utf8);
        return Find(Volatile.Read(ref _buckets[hash & (uint)(_buckets.Length - 1)]), hash, utf8);
    }

    private static T? Find(Node? node, uint hash, ReadOnlySpan<byte> utf8)
    {
        for (; node is not null; node = node.Next)
        {
            if (node.Hash == hash && utf8.SequenceEqual(node.Utf8)) return node.Value;
        }

        return null;
    }

    private T? Add(ref Node? bucket, uint hash, ReadOnlySpan<byte> utf8)
    {
        lock (_writing)
        {
            if (Find(bucket, hash, utf8) is { } value) return value;
            if (Count >= _limit) return null;
            Count++;
            var node = new Node(hash, utf8.ToArray(), _create(Encoding.UTF8.GetString(utf8)), bucket);
            Volatile.Write(ref bucket, node);
            return node.Value;
        }
    }

    private sealed record Node(uint Hash, byte[] Utf8, T Value, Node? Next);
}
