namespace Tidemark.Collector.Decode.Text;

/// <summary>
/// Memory for text that cannot point into the request's bytes (repaired, unescaped or built). Memory stays valid until <see cref="Release"/> returns
/// to an earlier mark: resource, scope and item nest like a stack.
/// </summary>
internal sealed class Scratch(int limit)
{
    private const int ChunkSize = 16 * 1024;

    private readonly List<byte[]> _chunks = [new byte[ChunkSize]];
    private int _chunk;
    private int _used;
    private long _held = ChunkSize;

    public ScratchMark Mark => new(_chunk, _used);

    /// <summary>Reserves at least <paramref name="size"/> contiguous bytes; <see cref="Take"/> keeps them.</summary>
    public Memory<byte> Reserve(int size)
    {
        if (_chunks[_chunk].Length - _used < size) MoveOn(size);
        return _chunks[_chunk].AsMemory(_used);
    }

    /// <summary>Keeps the first bytes of the last reservation.</summary>
    public ReadOnlyMemory<byte> Take(int length)
    {
        var taken = _chunks[_chunk].AsMemory(_used, length);
        _used += length;
        return taken;
    }

    public void Release(ScratchMark mark)
    {
        _chunk = mark.Chunk;
        _used = mark.Used;
    }

    /// <summary>Releases everything and keeps one chunk.</summary>
    public void Clear()
    {
        Release(default);
        if (_chunks.Count > 1) _chunks.RemoveRange(1, _chunks.Count - 1);
        _held = _chunks[0].Length;
    }

    private void MoveOn(int size)
    {
        while (++_chunk < _chunks.Count)
        {
            if (_chunks[_chunk].Length < size) continue;
            _used = 0;
            return;
        }

        var length = Math.Max(ChunkSize, size);
        _held += length;
        if (_held > limit) throw new MalformedRequestException($"the text of one item exceeds {limit} bytes after unescaping and repair");
        _chunks.Add(new byte[length]);
        _used = 0;
    }
}
