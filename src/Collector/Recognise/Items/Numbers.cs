using System.Buffers.Text;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Parses numbers sent as integers, doubles or text. Booleans are not numbers.</summary>
internal static class Numbers
{
    /// <summary>Returns false if the value is not a number; NaN and infinity are numbers, which the caller rejects.</summary>
    public static bool TryRead(in AttributeValue value, out double number)
    {
        switch (value.Kind)
        {
            case AttributeValueKind.Int:
                number = value.Int;
                return true;
            case AttributeValueKind.Double:
                number = value.Double;
                return true;
            case AttributeValueKind.String:
                return TryParse(value.Text.Span.Trim(" \t\""u8), out number);
            default:
                number = 0;
                return false;
        }
    }

    /// <summary>Removes the currency from text such as <c>0.0012USD</c>. Returns false for another currency, or none.</summary>
    public static bool TryTakeUsd(ref AttributeValue value)
    {
        var text = value.Kind == AttributeValueKind.String ? value.Text : default;
        if (!text.Span.EndsWith("USD"u8)) return false;
        value = AttributeValue.OfString(text[..^"USD".Length]);
        return true;
    }

    /// <summary>Returns a count, scaled and rounded; null if it is negative, not finite or beyond an int.</summary>
    public static int? ToCount(double number)
    {
        var rounded = Math.Round(number);
        return rounded is >= 0 and <= int.MaxValue ? (int)rounded : null;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out var consumed) && consumed == text.Length;
}
