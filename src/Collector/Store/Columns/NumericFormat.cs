using System.Buffers.Binary;

namespace Tidemark.Collector.Store.Columns;

/// <summary>PostgreSQL's binary numeric: base-10000 digits, weight of the first, sign, scale.</summary>
internal static class NumericFormat
{
    /// <summary>8 bytes of header and at most 15 digits: the 29 places of a decimal may straddle one more group on both sides.</summary>
    public const int MaxSize = 8 + 15 * 2;

    private const int DigitsPerGroup = 4;
    private const ushort Negative = 0x4000;

    /// <summary>Writes the value and returns the number of bytes.</summary>
    public static int Write(Span<byte> destination, decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var scale = (parts[3] >> 16) & 0xFF;
        var magnitude = new UInt128((uint)parts[2], ((ulong)(uint)parts[1] << 32) | (uint)parts[0]);
        var padding = (DigitsPerGroup - scale % DigitsPerGroup) % DigitsPerGroup;
        for (var i = 0; i < padding; i++) magnitude *= 10;

        Span<ushort> groups = stackalloc ushort[15];
        var count = 0;
        var lowest = -((scale + padding) / DigitsPerGroup);
        for (; magnitude != 0; magnitude /= 10000)
        {
            var group = (ushort)(magnitude % 10000);
            if (count == 0 && group == 0) lowest++; // trailing zero groups are implied
            else groups[count++] = group;
        }

        BinaryPrimitives.WriteInt16BigEndian(destination, (short)count);
        BinaryPrimitives.WriteInt16BigEndian(destination[2..], (short)(count == 0 ? 0 : lowest + count - 1));
        BinaryPrimitives.WriteUInt16BigEndian(destination[4..], value < 0 ? Negative : (ushort)0);
        BinaryPrimitives.WriteInt16BigEndian(destination[6..], (short)scale);
        for (var i = 0; i < count; i++)
            BinaryPrimitives.WriteUInt16BigEndian(destination[(8 + i * 2)..], groups[count - 1 - i]);
        return 8 + count * 2;
    }
}
