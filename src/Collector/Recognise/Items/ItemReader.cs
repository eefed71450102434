using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Json;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads canonical fields from an item's attributes, using the keys of its dialect.</summary>
internal sealed class ItemReader(DialectTable dialects, Vocabulary vocabulary)
{
    private readonly byte[] _digits = new byte[20];

    public AttributeIndex Attributes { get; } = new(dialects.Keys);

    public DialectReading Dialect { get; private set; } = dialects[0];

    /// <summary>Number of invalid values.</summary>
    public int NumbersInvalid { get; set; }

    public void ReadAs(DialectReading dialect) => Dialect = dialect;

    /// <summary>Returns the first non-empty text among a field's keys.</summary>
    public ReadOnlySpan<byte> Text(Field field)
    {
        foreach (var source in Dialect.Sources(field))
        {
            if (!TryGet(source, out var value)) continue;
            if (value.Kind is not (AttributeValueKind.String or AttributeValueKind.Json) || value.Text.IsEmpty) continue;
            var text = Read(JsonText.Unquoted(value.Text.Span), source.Reading);
            if (!text.IsEmpty) return text;
        }

        return default;
    }

    private static ReadOnlySpan<byte> Read(ReadOnlySpan<byte> text, Reading reading) => reading switch
    {
        Reading.Host => Urls.HostOf(text),
        Reading.Word => Words.IsWord(text) ? text : default,
        Reading.BeforeSlash => text[..Math.Max(text.IndexOf((byte)'/'), 0)],
        Reading.AfterSlash => text[(text.IndexOf((byte)'/') + 1)..],
        _ => text,
    };

    public Id? Id(Field field)
    {
        var text = IdText(field);
        return text.IsEmpty ? null : vocabulary.Ids.Get(text);
    }

    /// <summary>Returns the first id among a field's keys, integers as digits; placeholders are skipped. Valid until the next call.</summary>
    public ReadOnlySpan<byte> IdText(Field field)
    {
        foreach (var source in Dialect.Sources(field))
        {
            if (!TryGet(source, out var value)) continue;
            var text = value.Kind switch
            {
                AttributeValueKind.Int => Digits(value.Int),
                AttributeValueKind.Double when value.Double == Math.Floor(value.Double) && Math.Abs(value.Double) < 1e15 => Digits((long)value.Double),
                AttributeValueKind.String or AttributeValueKind.Json => Read(JsonText.Unquoted(value.Text.Span), source.Reading),
                _ => default,
            };
            if (!text.IsEmpty && !Placeholders.IsNone(text)) return text;
        }

        return default;
    }

    private ReadOnlySpan<byte> Digits(long number)
    {
        System.Buffers.Text.Utf8Formatter.TryFormat(number, _digits, out var length);
        return _digits.AsSpan(0, length);
    }

    private bool TryGet(in FieldSource source, out AttributeValue value)
    {
        if (!Attributes.TryGet(source.Key, out value)) return false;
        foreach (var name in source.Path)
        {
            var member = JsonText.Member(value.Text, name);
            if (member.IsEmpty) return false;
            value = AttributeValue.OfString(member);
        }

        return true;
    }

    /// <summary>Returns a number in the field's unit, with the sender's way of counting; null if there is none or it is not finite.</summary>
    public double? Number(Field field, out Reading reading)
    {
        foreach (var source in Dialect.Sources(field))
        {
            if (!TryGet(source, out var value)) continue;
            if (source.Reading == Reading.InUsd && !Numbers.TryTakeUsd(ref value)) continue;
            if (Numbers.TryRead(value, out var number) && double.IsFinite(number))
            {
                reading = source.Reading;
                return number * source.Scale;
            }

            NumbersInvalid++;
        }

        reading = Reading.AsIs;
        return null;
    }

    public double? Number(Field field)
    {
        var number = Number(field, out _);
        if (number is not < 0) return number;
        NumbersInvalid++;
        return null;
    }

    /// <summary>Returns a count: never negative, at most an int.</summary>
    public int? Count(Field field, out Reading reading)
    {
        if (Number(field, out reading) is not { } number) return null;
        var count = Numbers.ToCount(number);
        if (count is null) NumbersInvalid++;
        return count;
    }

    public int? Count(Field field) => Count(field, out _);

    /// <summary>Returns an integer if there is one; other values of the key are words, not errors.</summary>
    public int? Integer(Field field)
    {
        foreach (var source in Dialect.Sources(field))
        {
            if (TryGet(source, out var value) && Numbers.TryRead(value, out var number)) return Numbers.ToCount(number);
        }

        return null;
    }

    /// <summary>Returns true, false, or null if there is none; also accepts the words.</summary>
    public bool? Flag(Field field)
    {
        foreach (var source in Dialect.Sources(field))
        {
            if (!TryGet(source, out var value)) continue;
            if (value.Kind == AttributeValueKind.Bool) return value.Bool;
            if (value.Kind == AttributeValueKind.Int) return value.Int != 0;
            if (value.Text.Span.SequenceEqual("true"u8)) return true;
            if (value.Text.Span.SequenceEqual("false"u8)) return false;
        }

        return null;
    }
}
