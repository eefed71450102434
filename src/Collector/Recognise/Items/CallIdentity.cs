using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>
/// Derives ids for calls reported by log events without a span of their own. They depend on the event's data only, so that a repeated
/// event has the same ids.
/// </summary>
internal sealed class CallIdentity(ItemReader item)
{
    private readonly ArrayBufferWriter<byte> _material = new();

    /// <summary>The sender's id of the call, common to all its signals; null if there is none.</summary>
    public string? CallId()
    {
        foreach (var keys in item.Dialect.CallKeys)
        {
            _material.ResetWrittenCount();
            if (Array.TrueForAll(keys, Append)) return Interning.Id.Of(_material.WrittenSpan).Text;
        }

        return null;
    }

    public (TraceId Trace, SpanId Span) Make(LogRecord log, ReadOnlySpan<byte> eventName, string? sessionId, string? callId)
    {
        _material.ResetWrittenCount();
        Append(item.Dialect.Name);
        Append(eventName);
        Append(sessionId ?? "");
        if (callId is not null)
        {
            Append(callId);
        }
        else
        {
            Append((long)(log.TimeNanos != 0 ? log.TimeNanos : log.ObservedNanos));
            foreach (ref readonly var attribute in log.Attributes.AsSpan())
            {
                Append(attribute.Key.Span);
                Append(attribute.Value);
            }
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_material.WrittenSpan, hash);
        hash[0] |= 1;
        hash[TraceId.Size] |= 1;
        TraceId.TryRead(hash[..TraceId.Size], out var trace);
        SpanId.TryRead(hash.Slice(TraceId.Size, SpanId.Size), out var span);
        return (log.TraceId.IsEmpty ? trace : log.TraceId, span);
    }

    private bool Append(short key)
    {
        if (!item.Attributes.TryGet(key, out var value)) return false;
        if (_material.WrittenCount > 0) _material.Write("|"u8);
        if (value.Kind is AttributeValueKind.Int) return WriteNumber(value.Int);
        if (value.Kind is AttributeValueKind.Double) return WriteNumber((long)value.Double);
        _material.Write(value.Text.Span);
        return !value.Text.IsEmpty;
    }

    private bool WriteNumber(long number)
    {
        System.Buffers.Text.Utf8Formatter.TryFormat(number, _material.GetSpan(20), out var written);
        _material.Advance(written);
        return true;
    }

    private void Append(in AttributeValue value)
    {
        Append(value.Kind is AttributeValueKind.Bool ? value.Bool ? 1 : 0 : value.Int);
        Append(value.Text.Span);
    }

    private void Append(string text) => Append(Encoding.UTF8.GetBytes(text));

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Append(bytes.Length);
        _material.Write(bytes);
    }

    private void Append(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_material.GetSpan(sizeof(long)), number);
        _material.Advance(sizeof(long));
    }
}
