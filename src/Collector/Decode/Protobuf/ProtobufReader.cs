using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Tidemark.Collector.Decode.Protobuf;

/// <summary>
/// Reads the fields of a protobuf message and of nested messages. Never reads past the end, never allocates. A copy marks a position to return to.
/// </summary>
/// <remarks>https://protobuf.dev/programming-guides/encoding/</remarks>
internal ref struct ProtobufReader
{
    private readonly ReadOnlyMemory<byte> _source;
    private readonly ReadOnlySpan<byte> _bytes;
    private int _end;
    private int _position;

    public ProtobufReader(ReadOnlyMemory<byte> message)
    {
        _source = message;
        _bytes = message.Span;
        _end = message.Length;
    }

    /// <summary>The field number that <see cref="Next"/> found.</summary>
    public int Field { get; private set; }

    public WireType Type { get; private set; }

    /// <summary>Moves to the next field; its value must then be read or skipped.</summary>
    public bool Next()
    {
        if (_position >= _end) return false;
        var tag = ReadRawVarint();
        if (tag is 0 or > uint.MaxValue || tag >> 3 == 0) Fail("a field has an invalid number");
        Field = (int)(tag >> 3);
        Type = (WireType)(tag & 7);
        return true;
    }

    public ulong ReadVarint()
    {
        Expect(WireType.Varint);
        return ReadRawVarint();
    }

    public ulong ReadFixed64()
    {
        Expect(WireType.Fixed64);
        return BinaryPrimitives.ReadUInt64LittleEndian(_bytes.Slice(Advance(sizeof(ulong)), sizeof(ulong)));
    }

    public double ReadDouble() => BitConverter.UInt64BitsToDouble(ReadFixed64());

    public ReadOnlyMemory<byte> ReadBytes()
    {
        var start = ReadLength(out var length);
        return _source.Slice(start, length);
    }

    /// <summary>Like <see cref="ReadBytes"/>, without moving on.</summary>
    public ReadOnlySpan<byte> ReadSpan()
    {
        var start = ReadLength(out var length);
        return _bytes.Slice(start, length);
    }

    /// <summary>Enters the message that the field holds: <see cref="Next"/> returns its fields until <see cref="Leave"/>.</summary>
    /// <returns>The argument for <see cref="Leave"/>.</returns>
    public int Enter()
    {
        var start = ReadLength(out var length);
        var outer = _end;
        _position = start;
        _end = start + length;
        return outer;
    }

    /// <summary>Continues after the message that was entered, whether or not it was read to its end.</summary>
    public void Leave(int outer)
    {
        _position = _end;
        _end = outer;
    }

    public void Skip()
    {
        switch (Type)
        {
            case WireType.Varint: ReadRawVarint(); break;
            case WireType.Fixed64: Advance(sizeof(ulong)); break;
            case WireType.Length: ReadLength(out _); break;
            case WireType.Fixed32: Advance(sizeof(uint)); break;
            default: Fail($"field {Field} has wire type {(int)Type}, which OTLP does not use"); break;
        }
    }

    private int ReadLength(out int length)
    {
        Expect(WireType.Length);
        var declared = ReadRawVarint();
        if (declared > (ulong)(_end - _position)) Fail($"field {Field} exceeds its message");
        length = (int)declared;
        return Advance(length);
    }

    private int Advance(int count)
    {
        var start = _position;
        if (count > _end - start) Fail($"field {Field} is truncated");
        _position = start + count;
        return start;
    }

    private ulong ReadRawVarint()
    {
        if (_position < _end && _bytes[_position] < 0x80) return _bytes[_position++];

        ulong value = 0;
        for (var shift = 0; shift < 64; shift += 7)
        {
            if (_position >= _end) Fail("a number is cut short");
            var next = _bytes[_position++];
            if (shift == 63 && next > 1) break;
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }

        Fail("a number has more than 64 bits");
        return 0;
    }

    private readonly void Expect(WireType type)
    {
        if (Type != type) Fail($"field {Field} has wire type {(int)Type} instead of {(int)type}");
    }

    [DoesNotReturn]
    private readonly void Fail(string what) =>
        throw new MalformedRequestException($"the body is not OTLP protobuf of this path's signal: at byte {_position} {what}");
}
