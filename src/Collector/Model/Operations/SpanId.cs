using System.Buffers.Binary;
using System.Globalization;

namespace Tidemark.Collector.Model.Operations;

/// <summary>A W3C span id of 8 bytes. All zero is invalid; as a parent it means a root span.</summary>
internal readonly record struct SpanId(ulong Value) : IComparable<SpanId>
{
    public const int Size = 8;

    public bool IsEmpty => Value == 0;

    /// <summary>Reads big-endian bytes. Returns false unless there are exactly 8, not all zero.</summary>
    public static bool TryRead(ReadOnlySpan<byte> bytes, out SpanId id)
    {
        id = bytes.Length == Size ? new SpanId(BinaryPrimitives.ReadUInt64BigEndian(bytes)) : default;
        return !id.IsEmpty;
    }

    public void WriteTo(Span<byte> destination) => BinaryPrimitives.WriteUInt64BigEndian(destination, Value);

    public byte[] ToArray()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    public int CompareTo(SpanId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString("x16", CultureInfo.InvariantCulture);
}
