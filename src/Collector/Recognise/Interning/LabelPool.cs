using System.Text;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>The values of one series dimension, at most so many: a sender that puts ids there ends up in one overflow value.</summary>
internal sealed class LabelPool
{
    private readonly Utf8Pool<Label> _pool;
    private readonly Label _overflow = new(Series.Overflow, -1);
    private int _next;

    public LabelPool(int limit) => _pool = new Utf8Pool<Label>(limit, text => new Label(text, ++_next));

    public static Label None { get; } = new("", 0);

    public int Count => _pool.Count;

    public Label Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return None;
        return _pool.GetOrAdd(Cut(utf8)) ?? _overflow;
    }

    public Label Get(string text) => Get(Encoding.UTF8.GetBytes(text));

    // A dimension's value is a name. What is longer is cut at a character's border.
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8)
    {
        const int maxBytes = 200;
        if (utf8.Length <= maxBytes) return utf8;
        var end = maxBytes;
        while ((utf8[end] & 0xC0) == 0x80) end--;
        return utf8[..end];
    }
}
