using System.Text;

namespace Tidemark.Collector.Recognise.Interning;

/// <summary>
/// Interns labels by text. Holds at most twice its limit: values not used since the limit was last reached are removed. The limits on
/// rollups are separate: <see cref="SeriesLimits"/>.
/// </summary>
internal sealed class LabelPool
{
    private readonly Lock _renewing = new();
    private readonly int _limit;
    private volatile Utf8Pool<Label> _pool;
    private volatile Utf8Pool<Label>? _older;

    public LabelPool(int limit)
    {
        _limit = limit;
        _pool = New();
    }

    public static Label None { get; } = new("");

    public int Count => _pool.Count + (_older?.Count ?? 0);

    public Label Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty) return None;
        var text = Cut(utf8);
        return _pool.GetOrAdd(text) ?? Renewed().GetOrAdd(text) ?? Make(Encoding.UTF8.GetString(text));
    }

    public Label Get(string text) => Get(Encoding.UTF8.GetBytes(text));

    private Utf8Pool<Label> Renewed()
    {
        lock (_renewing)
        {
            if (_pool.Count < _limit) return _pool;
            _older = _pool;
            return _pool = New();
        }
    }

    private Utf8Pool<Label> New() => new(_limit, Make);

    // The object that was in use before, if there is one.
    private Label Make(string text) => _older?.Find(Encoding.UTF8.GetBytes(text)) ?? new Label(text);

    // A dimension's value is a name. Longer text is truncated at a character boundary.
    private static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8)
    {
        const int maxBytes = 200;
        if (utf8.Length <= maxBytes) return utf8;
        var end = maxBytes;
        while ((utf8[end] & 0xC0) == 0x80) end--;
        return utf8[..end];
    }
}
