using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>Zstandard (RFC 8878), one or several frames, decompressed in one call: no frame allocates a window of its own.</summary>
internal sealed class Zstd : ICompression
{
    public IReadOnlyList<string> Names { get; } = ["zstd"];

    public void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit)
    {
        // From the frame headers, or otherwise the number of blocks: never too low.
        var most = Decompressor.GetDecompressedSize(compressed.Span);
        using var decompressor = new Decompressor();
        try
        {
            var output = target.Extend((int)Math.Min(most, (ulong)limit));
            target.Shrink(decompressor.Unwrap(compressed.Span, output));
        }
        catch (ZstdException full) when (full.Code == ZSTD_ErrorCode.ZSTD_error_dstSize_tooSmall && most > (ulong)limit)
        {
            throw new RefusedException(Refusal.TooLarge(limit), full);
        }
    }
}
