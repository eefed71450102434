using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Tidemark.Collector.Derive.Events;

/// <summary>Writes the <c>data</c> of events: a flat JSON object with keys in the order given. Not thread-safe; one per fold.</summary>
internal sealed class EventData
{
    // Dividing by it removes trailing zeros: 12.500 is written as 12.5.
    private const decimal One = 1.0000000000000000000000000000m;

    private readonly List<(string Key, string? Text, decimal? Number)> _members = [];
    private readonly ArrayBufferWriter<byte> _buffer = new();

    public EventData With(string key, string? value)
    {
        _members.Add((key, value, null));
        return this;
    }

    public EventData With(string key, decimal? value)
    {
        _members.Add((key, null, value));
        return this;
    }

    /// <summary>Writes milliseconds, rounded to the microsecond.</summary>
    public EventData WithMilliseconds(string key, TimeSpan value) => With(key, Math.Round((decimal)value.Ticks / TimeSpan.TicksPerMillisecond, 3));

    /// <summary>Writes seconds, rounded to the millisecond.</summary>
    public EventData WithSeconds(string key, TimeSpan value) => With(key, Math.Round((decimal)value.Ticks / TimeSpan.TicksPerSecond, 3));

    public string Write()
    {
        using (var writer = new Utf8JsonWriter(_buffer))
        {
            writer.WriteStartObject();
            foreach (var (key, text, number) in _members)
            {
                writer.WritePropertyName(key);
                if (number is { } value) writer.WriteNumberValue(value / One);
                else writer.WriteStringValue(text);
            }

            writer.WriteEndObject();
        }

        var json = Encoding.UTF8.GetString(_buffer.WrittenSpan);
        _buffer.ResetWrittenCount();
        _members.Clear();
        return json;
    }
}
