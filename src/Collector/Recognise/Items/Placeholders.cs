using System.Text;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Words that senders use for a missing id or model.</summary>
internal static class Placeholders
{
    private static readonly string[] Whole = [
        "unknown", "none", "null", "undefined", "nil", "nan", "n/a", "-", "<unknown>", "unset", "<not specified>", "not specified"
    ];

    // Left by scrubbers.
    private static readonly string[] Beginnings = ["[scrubbed", "[redacted", "[filtered", "<redacted", "<scrubbed", "[masked"];

    public static bool IsNone(ReadOnlySpan<byte> text)
    {
        foreach (var word in Whole)
        {
            if (text.Length == word.Length && Ascii.EqualsIgnoreCase(text, word)) return true;
        }

        foreach (var word in Beginnings)
        {
            if (text.Length >= word.Length && Ascii.EqualsIgnoreCase(text[..word.Length], word)) return true;
        }

        return false;
    }
}
