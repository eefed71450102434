using System.Buffers.Binary;

namespace Tidemark.Collector.Receive.Body;

/// <summary>The checksum of gzip (CRC-32/ISO-HDLC), eight bytes at a time.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int Slices = 8;

    private static readonly uint[] Table = CreateTable();

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        for (; bytes.Length >= Slices; bytes = bytes[Slices..])
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ crc;
            crc = table[(7 * 256) + (byte)word]
                ^ table[(6 * 256) + (byte)(word >> 8)]
                ^ table[(5 * 256) + (byte)(word >> 16)]
                ^ table[(4 * 256) + (byte)(word >> 24)]
                ^ table[(3 * 256) + (byte)(word >> 32)]
                ^ table[(2 * 256) + (byte)(word >> 40)]
                ^ table[256 + (byte)(word >> 48)]
                ^ table[(byte)(word >> 56)];
        }

        foreach (var value in bytes) crc = table[(byte)(crc ^ value)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] CreateTable()
    {
        var table = new uint[Slices * 256];
        for (var i = 0u; i < 256; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++) crc = (crc >> 1) ^ ((crc & 1) * Polynomial);
            table[i] = crc;
        }

        for (var i = 256; i < table.Length; i++) table[i] = table[(byte)table[i - 256]] ^ (table[i - 256] >> 8);
        return table;
    }
}
