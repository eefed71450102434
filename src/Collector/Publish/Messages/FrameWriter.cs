using System.Buffers;
using System.Text;
using System.Text.Json;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Writes messages as JSON in the framing of Server-Sent Events (HTML standard, 9.2). Not thread-safe.</summary>
internal sealed class FrameWriter
{
    private static readonly JsonWriterOptions Plain = new() { SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(2048);

    /// <summary>A session event: without an event name, so that a browser's <c>onmessage</c> receives it.</summary>
    public LiveMessage Event(StreamedEvent streamed, string position) =>
        Frame($"id: {position}\ndata: ", json => EventJson.Write(json, streamed, position)) with { Event = streamed, Position = position };

    /// <summary>Other messages have a name and no id: they are not part of the stream that is resumed.</summary>
    public LiveMessage Named(string name, Action<Utf8JsonWriter> write) => Frame($"event: {name}\ndata: ", write);

    private LiveMessage Frame(string head, Action<Utf8JsonWriter> write)
    {
        _buffer.ResetWrittenCount();
        Encoding.UTF8.GetBytes(head, _buffer);
        var start = _buffer.WrittenCount;
        using (var json = new Utf8JsonWriter(_buffer, Plain)) write(json);
        var length = _buffer.WrittenCount - start;
        _buffer.Write("\n\n"u8);
        return new LiveMessage(_buffer.WrittenSpan.ToArray(), start, length);
    }
}
