using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Tidemark.Collector.Query.Lists;

/// <summary>The end of a page: the sort order, and the last row's position in it. Opaque to clients.</summary>
/// <param name="Order">Name of the sort, with its direction.</param>
/// <param name="Value">The row's sort value as SQL text.</param>
/// <param name="Key">The row's key as SQL text.</param>
internal sealed record Cursor(string Order, string Value, string Key)
{
    private const char Separator = '\u001f';

    public static bool TryParse(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        if (!Base64Url.IsValid(text)) return false;
        var parts = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split(Separator, 3);
        if (parts.Length != 3) return false;
        cursor = new Cursor(parts[0], parts[1], parts[2]);
        return true;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(Separator, Order, Value, Key)));
}
