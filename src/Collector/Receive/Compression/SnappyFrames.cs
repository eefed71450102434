namespace Tidemark.Collector.Receive.Compression;

/// <summary>Validates the chunks of framed snappy and sums their declared lengths.</summary>
/// <remarks>https://github.com/google/snappy/blob/main/framing_format.txt</remarks>
internal static class SnappyFrames
{
    private const int HeaderLength = 4;
    private const int ChecksumLength = 4;
    private const int LargestContent = 65536;
    private const byte Compressed = 0x00;
    private const byte Uncompressed = 0x01;
    private const byte FirstSkippable = 0x80;

    private static ReadOnlySpan<byte> Identifier => [0xFF, 0x06, 0x00, 0x00, (byte)'s', (byte)'N', (byte)'a', (byte)'P', (byte)'p', (byte)'Y'];

    /// <summary>Whether the body is in the framed format.</summary>
    public static bool Begin(ReadOnlySpan<byte> body) => body.StartsWith(Identifier);

    /// <summary>Size of the content in bytes, as declared by the chunks.</summary>
    /// <exception cref="InvalidDataException">A chunk is truncated or invalid.</exception>
    public static long LengthOf(ReadOnlySpan<byte> body)
    {
        var total = 0L;
        while (!body.IsEmpty)
        {
            if (body.Length < HeaderLength) throw new InvalidDataException("a chunk's header is truncated");
            var length = body[1] | (body[2] << 8) | (body[3] << 16);
            if (body.Length - HeaderLength < length) throw new InvalidDataException("a chunk is cut short");
            total += ContentOf(body[0], body.Slice(HeaderLength, length));
            body = body[(HeaderLength + length)..];
        }

        return total;
    }

    private static int ContentOf(byte type, ReadOnlySpan<byte> chunk)
    {
        if (type >= FirstSkippable) return 0;
        if (type is not (Compressed or Uncompressed)) throw new InvalidDataException("a chunk has an unknown type");
        if (chunk.Length < ChecksumLength) throw new InvalidDataException("a chunk has no checksum");
        var data = chunk[ChecksumLength..];
        var length = type == Uncompressed ? data.Length : Snappier.Snappy.GetUncompressedLength(data);
        return length is >= 0 and <= LargestContent ? length : throw new InvalidDataException("a chunk's declared length is too large");
    }
}
