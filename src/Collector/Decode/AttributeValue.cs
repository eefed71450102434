namespace Tidemark.Collector.Decode;

/// <summary>An AnyValue. Text points into the request's bytes or the decoder's scratch memory and is valid only as long as they are.</summary>
internal readonly struct AttributeValue
{
    private readonly long _bits;

    private AttributeValue(AttributeValueKind kind, long bits, ReadOnlyMemory<byte> text)
    {
        Kind = kind;
        _bits = bits;
        Text = text;
    }

    public AttributeValueKind Kind { get; }

    /// <summary>UTF-8 of a string, JSON text of an array or key-value list, or raw bytes.</summary>
    public ReadOnlyMemory<byte> Text { get; }

    public long Int => _bits;

    public double Double => BitConverter.Int64BitsToDouble(_bits);

    public bool Bool => _bits != 0;

    public static AttributeValue OfString(ReadOnlyMemory<byte> utf8) => new(AttributeValueKind.String, 0, utf8);

    public static AttributeValue OfBool(bool value) => new(AttributeValueKind.Bool, value ? 1 : 0, default);

    public static AttributeValue OfInt(long value) => new(AttributeValueKind.Int, value, default);

    public static AttributeValue OfDouble(double value) => new(AttributeValueKind.Double, BitConverter.DoubleToInt64Bits(value), default);

    public static AttributeValue OfJson(ReadOnlyMemory<byte> json) => new(AttributeValueKind.Json, 0, json);

    public static AttributeValue OfBytes(ReadOnlyMemory<byte> bytes) => new(AttributeValueKind.Bytes, 0, bytes);
}
