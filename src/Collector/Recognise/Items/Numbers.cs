using System.Buffers.Text;
using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Numbers as senders write them: integers, doubles and text. A bool is no number.</summary>
internal static class Numbers
{
    /// <summary>False when the value is no number at all; a NaN or infinity is one, and for the caller to refuse.</summary>
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

    /// <summary>Cuts the currency off a text like <c>0.0012USD</c>; false for another currency, or none.</summary>
    public static bool TryTakeUsd(ref AttributeValue value)
    {
        var text = value.Kind == AttributeValueKind.String ? value.Text : default;
        if (!text.Span.EndsWith("USD"u8)) return false;
        value = AttributeValue.OfString(text[..^"USD".Length]);
        return true;
    }

    /// <summary>A count scaled and rounded; null when it is negative, not finite or beyond an int.</summary>
    public static int? ToCount(double number)
    {
        var rounded = Math.Round(number);
        return rounded is >= 0 and <= int.MaxValue ? (int)rounded : null;
    }

    private static bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        Utf8Parser.TryParse(text, out number, out var consumed) && consumed == text.Length;
}
