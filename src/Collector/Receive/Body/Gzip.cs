using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Body;

/// <summary>Reads one gzip member, strictly: a body cut short anywhere must not pass as a smaller batch.</summary>
/// <remarks>
/// RFC 1952. The length at the end is read first: it refuses a bomb without inflating it, and it sizes the memory.
/// A length that is not the truth is a corrupt body.
/// </remarks>
internal static class Gzip
{
    private const int TrailerLength = 8;

    /// <summary>No deflate stream inflates further than this.</summary>
    private const int GreatestRatio = 1032;

    public static void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit)
    {
        var bytes = compressed.Span;
        if (!GzipHeader.TryRead(bytes, out var start) || bytes.Length - start < TrailerLength) Fail("it is cut short or is no gzip");

        var trailer = bytes[^TrailerLength..];
        var crc = BinaryPrimitives.ReadUInt32LittleEndian(trailer);
        var length = BinaryPrimitives.ReadUInt32LittleEndian(trailer[4..]);
        var deflated = compressed[start..^TrailerLength];
        if (length > (long)deflated.Length * GreatestRatio) Fail("its length cannot be true");
        if (length > limit) throw new RefusedException(Refusal.TooLarge(limit));

        using var source = new DeflateSource(deflated);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        var output = target.Extend((int)length);
        if (Fill(inflater, output) != length || !IsAtEnd(inflater)) Fail("its length is not what its trailer says");
        if (source.WasExhausted) Fail("it is cut short");
        if (!source.IsConsumed) Fail("something follows its end");
        if (Crc32.Of(output) != crc) Fail("its checksum is wrong");
    }

    private static int Fill(DeflateStream inflater, Span<byte> output)
    {
        try
        {
            return inflater.ReadAtLeast(output, output.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException cause)
        {
            throw new RefusedException(Refusal.Malformed("the gzip body is corrupt: it does not inflate"), cause);
        }
    }

    private static bool IsAtEnd(DeflateStream inflater)
    {
        Span<byte> one = stackalloc byte[1];
        return Fill(inflater, one) == 0;
    }

    [DoesNotReturn]
    private static void Fail(string why) => throw new RefusedException(Refusal.Malformed($"the gzip body is corrupt: {why}"));
}
