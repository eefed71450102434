using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Writes rows in PostgreSQL's binary COPY format into one pooled buffer.</summary>
/// <remarks>Source: PostgreSQL documentation, COPY, "Binary Format".</remarks>
internal sealed class CopyBuffer : IDisposable
{
    private static readonly byte[] Header = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    private const int GuidSize = 16;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int _length;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    public void WriteHeader() => Header.CopyTo(Take(Header.Length));

    public void WriteTrailer() => BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);

    public void BeginRow(short fields) => BinaryPrimitives.WriteInt16BigEndian(Take(2), fields);

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    public void Int16(short value)
    {
        var field = Field(2);
        BinaryPrimitives.WriteInt16BigEndian(field, value);
    }

    public void Int16(short? value)
    {
        if (value is { } present) Int16(present);
        else Null();
    }

    public void Bool(bool value) => Field(1)[0] = value ? (byte)1 : (byte)0;

    public void Int32(int value)
    {
        var field = Field(4);
        BinaryPrimitives.WriteInt32BigEndian(field, value);
    }

    public void Int32(int? value)
    {
        if (value is { } present) Int32(present);
        else Null();
    }

    public void Int64(long value)
    {
        var field = Field(8);
        BinaryPrimitives.WriteInt64BigEndian(field, value);
    }

    public void Int64(long? value)
    {
        if (value is { } present) Int64(present);
        else Null();
    }

    public void Float8(double? value)
    {
        if (value is { } present) Float8(present);
        else Null();
    }

    public void Float8(double value)
    {
        var field = Field(8);
        BinaryPrimitives.WriteDoubleBigEndian(field, value);
    }

    public void Uuid(Guid value) => value.TryWriteBytes(Field(GuidSize), bigEndian: true, out _);

    public void Uuid(Guid? value)
    {
        if (value is { } present) Uuid(present);
        else Null();
    }

    public void Timestamp(DateTime utc) => Int64(PostgresTime.FromUtc(utc));

    public void Text(string? value)
    {
        if (value is null)
        {
            Null();
            return;
        }

        var most = Encoding.UTF8.GetMaxByteCount(value.Length);
        Reserve(4 + most);
        var size = Encoding.UTF8.GetBytes(value, _bytes.AsSpan(_length + 4));
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), size);
        _length += 4 + size;
    }

    /// <summary>JSON text as jsonb; empty = null.</summary>
    public void Jsonb(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
        {
            Null();
            return;
        }

        var field = Field(utf8.Length + 1);
        field[0] = 1; // jsonb's format version
        utf8.CopyTo(field[1..]);
    }

    public void Numeric(decimal? value)
    {
        if (value is { } present) Numeric(present);
        else Null();
    }

    public void Numeric(decimal value)
    {
        Span<byte> digits = stackalloc byte[NumericFormat.MaxSize];
        var size = NumericFormat.Write(digits, value);
        digits[..size].CopyTo(Field(size));
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        _length = 0;
    }

    private Span<byte> Field(int size)
    {
        Reserve(4 + size);
        BinaryPrimitives.WriteInt32BigEndian(_bytes.AsSpan(_length), size);
        var field = _bytes.AsSpan(_length + 4, size);
        _length += 4 + size;
        return field;
    }

    private Span<byte> Take(int size)
    {
        Reserve(size);
        var span = _bytes.AsSpan(_length, size);
        _length += size;
        return span;
    }

    private void Reserve(int size)
    {
        if (_bytes.Length - _length >= size) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + size));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
