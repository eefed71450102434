using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Tidemark.Collector.Decode.Json;

/// <summary>Reads OTLP/JSON member by member. A copy of the cursor marks a position to return to.</summary>
/// <remarks>JSON null means that a member is absent. Members of the wrong type are malformed; unknown members are skipped.</remarks>
internal ref struct JsonCursor
{
    /// <summary>Longer than any known name.</summary>
    private const int LongestName = 64;

    private readonly ReadOnlyMemory<byte> _body;
    private Utf8JsonReader _reader;

    public JsonCursor(ReadOnlyMemory<byte> body, int maxDepth)
    {
        _body = body;
        _reader = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = maxDepth });
    }

    /// <summary>The field number that <see cref="NextMember"/> found.</summary>
    public int Field { get; private set; }

    /// <summary>True if the string contains escapes.</summary>
    public readonly bool IsEscaped => _reader.ValueIsEscaped;

    public void Begin()
    {
        _reader.Read();
        EnterObject();
    }

    /// <summary>Throws unless only white space follows.</summary>
    public void End() => _reader.Read();

    public readonly void EnterObject() => Expect(JsonTokenType.StartObject, "an object");

    public readonly void EnterArray() => Expect(JsonTokenType.StartArray, "an array");

    /// <summary>Moves to the value of the object's next member. Returns false at its end.</summary>
    public bool NextMember(JsonFieldTable fields)
    {
        while (_reader.Read() && _reader.TokenType == JsonTokenType.PropertyName)
        {
            Field = _reader.ValueIsEscaped ? FindEscaped(fields) : fields.Find(_reader.ValueSpan);
            _reader.Read();
            if (_reader.TokenType != JsonTokenType.Null) return true;
        }

        return false;
    }

    /// <summary>Moves to the array's next item. Returns false at its end.</summary>
    public bool NextItem()
    {
        do _reader.Read();
        while (_reader.TokenType == JsonTokenType.Null);
        return _reader.TokenType != JsonTokenType.EndArray;
    }

    public void Skip() => _reader.Skip();

    /// <summary>The raw bytes between the string's quotes.</summary>
    public readonly ReadOnlyMemory<byte> ReadRaw()
    {
        Expect(JsonTokenType.String, "a string");
        return _body.Slice((int)_reader.TokenStartIndex + 1, _reader.ValueSpan.Length);
    }

    public readonly bool ReadBool()
    {
        if (_reader.TokenType is not (JsonTokenType.True or JsonTokenType.False)) Fail("true or false");
        return _reader.TokenType == JsonTokenType.True;
    }

    /// <summary>Reads a number or, as the proto3 JSON mapping writes 64-bit integers, a string that contains one.</summary>
    public readonly long ReadInt64()
    {
        ExpectNumber();
        var text = _reader.ValueSpan;
        if (Utf8Parser.TryParse(text, out long value, out var used) && used == text.Length) return value;
        if (Utf8Parser.TryParse(text, out decimal wide, out used) && used == text.Length && wide == decimal.Truncate(wide)
            && wide is >= long.MinValue and <= long.MaxValue) return (long)wide;
        Fail("a 64-bit integer");
        return 0;
    }

    /// <inheritdoc cref="ReadInt64"/>
    public readonly ulong ReadUInt64()
    {
        ExpectNumber();
        var text = _reader.ValueSpan;
        if (Utf8Parser.TryParse(text, out ulong value, out var used) && used == text.Length) return value;
        if (Utf8Parser.TryParse(text, out decimal wide, out used) && used == text.Length && wide == decimal.Truncate(wide)
            && wide is >= ulong.MinValue and <= ulong.MaxValue) return (ulong)wide;
        Fail("an unsigned 64-bit integer");
        return 0;
    }

    /// <summary>Reads a number, a string that contains one, or the string NaN, Infinity or -Infinity.</summary>
    public readonly double ReadDouble()
    {
        ExpectNumber();
        var text = _reader.ValueSpan;
        if (Utf8Parser.TryParse(text, out double value, out var used) && used == text.Length) return value;
        Fail("a number");
        return 0;
    }

    /// <summary>Reads an enum value as a number or a name.</summary>
    public readonly int ReadEnum() =>
        _reader.TokenType == JsonTokenType.String && !(Utf8Parser.TryParse(_reader.ValueSpan, out int _, out var used) && used == _reader.ValueSpan.Length)
            ? JsonEnumNames.Find(_reader.ValueSpan)
            : (int)ReadInt64();

    private readonly int FindEscaped(JsonFieldTable fields)
    {
        Span<byte> name = stackalloc byte[LongestName];
        return fields.Find(name[..JsonUnescape.Write(_reader.ValueSpan, name)]);
    }

    private readonly void ExpectNumber()
    {
        if (_reader.TokenType is not (JsonTokenType.Number or JsonTokenType.String)) Fail("a number");
    }

    private readonly void Expect(JsonTokenType type, string what)
    {
        if (_reader.TokenType != type) Fail(what);
    }

    [DoesNotReturn]
    private readonly void Fail(string wanted) =>
        throw new MalformedRequestException(
            $"the body is not OTLP/JSON of this path's signal: expected {wanted} at byte {_reader.TokenStartIndex}");
}
