namespace Tidemark.Collector.Receive.Body;

/// <summary>The start of a gzip member (RFC 1952, 2.3): ten bytes and, by its flags, optional fields.</summary>
internal static class GzipHeader
{
    private const int FixedLength = 10;
    private const byte Deflate = 8;
    private const byte HasChecksum = 0x02;
    private const byte HasExtra = 0x04;
    private const byte HasName = 0x08;
    private const byte HasComment = 0x10;
    private const byte Reserved = 0xE0;

    public static bool TryRead(ReadOnlySpan<byte> bytes, out int length)
    {
        length = FixedLength;
        if (bytes.Length < FixedLength || bytes[0] != 0x1F || bytes[1] != 0x8B || bytes[2] != Deflate) return false;
        var flags = bytes[3];
        if ((flags & Reserved) != 0) return false;
        if ((flags & HasExtra) != 0)
        {
            if (bytes.Length < length + 2) return false;
            length += 2 + (bytes[length] | (bytes[length + 1] << 8));
        }

        if ((flags & HasName) != 0 && !SkipText(bytes, ref length)) return false;
        if ((flags & HasComment) != 0 && !SkipText(bytes, ref length)) return false;
        if ((flags & HasChecksum) != 0) length += 2;
        return length <= bytes.Length;
    }

    private static bool SkipText(ReadOnlySpan<byte> bytes, ref int length)
    {
        if (length > bytes.Length) return false;
        var end = bytes[length..].IndexOf((byte)0);
        length += end + 1;
        return end >= 0;
    }
}
