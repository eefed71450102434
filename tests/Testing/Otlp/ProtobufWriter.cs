using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Tidemark.Testing.Otlp;

/// <summary>Writes protobuf fields without any validation.</summary>
internal sealed class ProtobufWriter
{
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public int Length => _buffer.WrittenCount;

    public ProtobufWriter Varint(int field, ulong value)
    {
        Tag(field, 0);
        return RawVarint(value);
    }

    public ProtobufWriter Fixed64(int field, ulong value)
    {
        Tag(field, 1);
        BinaryPrimitives.WriteUInt64LittleEndian(_buffer.GetSpan(8), value);
        _buffer.Advance(8);
        return this;
    }

    public ProtobufWriter Double(int field, double value) => Fixed64(field, BitConverter.DoubleToUInt64Bits(value));

    public ProtobufWriter Fixed32(int field, uint value)
    {
        Tag(field, 5);
        BinaryPrimitives.WriteUInt32LittleEndian(_buffer.GetSpan(4), value);
        _buffer.Advance(4);
        return this;
    }

    public ProtobufWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtobufWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, 2);
        RawVarint((ulong)value.Length);
        return Raw(value);
    }

    public ProtobufWriter Message(int field, ProtobufWriter message) => Bytes(field, message._buffer.WrittenSpan);

    public ProtobufWriter Message(int field, Action<ProtobufWriter> write)
    {
        var message = new ProtobufWriter();
        write(message);
        return Message(field, message);
    }

    /// <summary>Repeats an empty message: two bytes each, for small field numbers.</summary>
    public ProtobufWriter EmptyMessages(int field, int count)
    {
        for (var i = 0; i < count; i++) Bytes(field, []);
        return this;
    }

    public ProtobufWriter Tag(int field, int wireType) => RawVarint(((ulong)field << 3) | (uint)wireType);

    public ProtobufWriter RawVarint(ulong value)
    {
        var span = _buffer.GetSpan(10);
        var length = 0;
        for (; value >= 0x80; value >>= 7) span[length++] = (byte)(value | 0x80);
        span[length++] = (byte)value;
        _buffer.Advance(length);
        return this;
    }

    public ProtobufWriter Raw(ReadOnlySpan<byte> bytes)
    {
        _buffer.Write(bytes);
        return this;
    }

    public byte[] ToArray() => _buffer.WrittenSpan.ToArray();
}
