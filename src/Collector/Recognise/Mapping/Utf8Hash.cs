using System.Buffers.Binary;
using System.Numerics;

namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>
/// A hash of at most 24 bytes: length, both ends and the middle distinguish attribute keys. Only for tables with fixed keys: tables
/// filled by senders, who could create collisions, use <see cref="HashCode"/>, which is seeded.
/// </summary>
internal static class Utf8Hash
{
    private const ulong Mix1 = 0x9E3779B97F4A7C15;
    private const ulong Mix2 = 0xC2B2AE3D27D4EB4F;

    public static uint Of(ReadOnlySpan<byte> text)
    {
        ulong first = 0, middle = 0, last = 0;
        if (text.Length >= 8)
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(text);
            last = BinaryPrimitives.ReadUInt64LittleEndian(text[^8..]);
            if (text.Length > 16) middle = BinaryPrimitives.ReadUInt64LittleEndian(text[((text.Length / 2) - 4)..]);
        }
        else if (text.Length >= 4)
        {
            first = BinaryPrimitives.ReadUInt32LittleEndian(text);
            last = BinaryPrimitives.ReadUInt32LittleEndian(text[^4..]);
        }
        else
        {
            foreach (var unit in text) first = (first << 8) | unit;
        }

        var hash = (first + (ulong)text.Length) * Mix1;
        hash = (BitOperations.RotateLeft(hash, 31) ^ last) * Mix2;
        hash = (BitOperations.RotateLeft(hash, 29) ^ middle) * Mix1;
        return (uint)(hash >> 32);
    }
}
