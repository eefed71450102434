namespace Tidemark.Collector.Recognise.Json;

/// <summary>
/// Memory for a request's small byte strings, allocated as slices of shared blocks. Blocks are garbage-collected instead of pooled:
/// operations outlive their request, and a slice must never change.
/// </summary>
internal sealed class ByteArena
{
    private const int SmallestBlock = 1024;
    private const int LargestBlock = 32 * 1024;

    private byte[] _block = [];
    private int _used;
    private int _nextSize = SmallestBlock;

    /// <summary>Starts a new request. Earlier slices stay valid.</summary>
    public void Begin()
    {
        _block = [];
        _used = 0;
        _nextSize = SmallestBlock;
    }

    public ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty) return default;
        if (bytes.Length > LargestBlock / 4) return bytes.ToArray();
        if (bytes.Length > _block.Length - _used)
        {
            while (_nextSize < bytes.Length) _nextSize *= 2;
            _block = GC.AllocateUninitializedArray<byte>(_nextSize);
            _used = 0;
            _nextSize = Math.Min(_nextSize * 2, LargestBlock);
        }

        var slice = _block.AsMemory(_used, bytes.Length);
        bytes.CopyTo(slice.Span);
        _used += bytes.Length;
        return slice;
    }
}
