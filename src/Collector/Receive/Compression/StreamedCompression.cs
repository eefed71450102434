using System.Buffers;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>
/// A compression that is decoded as a stream. The declared length of the content is used if it is plausible and correct;
/// otherwise the content is measured first. Memory is allocated once, and a decompression bomb is refused without any.
/// </summary>
internal abstract class StreamedCompression : ICompression
{
    /// <summary>Deflate cannot exceed this ratio; a declared length beyond it is ignored.</summary>
    private const int GreatestRatio = 1032;

    private const int ScratchLength = 64 * 1024;

    public abstract IReadOnlyList<string> Names { get; }

    public void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit)
    {
        if (DeclaredLength(compressed.Span) is { } declared && declared <= limit && declared <= (long)compressed.Length * GreatestRatio)
        {
            if (TryFill(compressed, target.Extend((int)declared))) return;
            target.Shrink(0);
        }

        var length = Count(compressed, limit);
        if (!TryFill(compressed, target.Extend(length))) throw new InvalidDataException("it has no definite length");
    }

    protected abstract CompressedSource SourceOf(ReadOnlyMemory<byte> compressed);

    protected abstract Stream Open(CompressedSource source);

    /// <summary>The declared length; null if there is none. May be wrong.</summary>
    protected virtual uint? DeclaredLength(ReadOnlySpan<byte> compressed) => null;

    /// <summary>Called at the end of the content. Throws if the decoder does not detect that the body continues or is truncated.</summary>
    protected virtual void CheckEnd(CompressedSource source)
    {
    }

    private bool TryFill(ReadOnlyMemory<byte> compressed, Span<byte> output)
    {
        using var source = SourceOf(compressed);
        using var stream = Open(source);
        var count = stream.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
        Span<byte> further = stackalloc byte[1];
        if (stream.Read(further) > 0) return false;
        CheckEnd(source);
        return count == output.Length;
    }

    private int Count(ReadOnlyMemory<byte> compressed, int limit)
    {
        using var source = SourceOf(compressed);
        using var stream = Open(source);
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchLength);
        try
        {
            var total = 0;
            while (stream.Read(scratch) is > 0 and var count)
            {
                if (count > limit - total) throw new RefusedException(Refusal.TooLarge(limit));
                total += count;
            }

            CheckEnd(source);
            return total;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }
}
