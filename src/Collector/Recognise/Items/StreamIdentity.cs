using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Tidemark.Collector.Decode;
using Attribute = Tidemark.Collector.Decode.Attribute;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>
/// Hashes what identifies a metric stream in OTel: resource, scope, metric, unit and attributes. Attributes are a set, so their order
/// does not matter.
/// </summary>
internal sealed class StreamIdentity
{
    private readonly ArrayBufferWriter<byte> _material = new();
    private readonly List<int> _order = [];

    public Guid Of(MetricPointRecord point)
    {
        _material.ResetWrittenCount();
        Append(point.Resource.Attributes);
        Append(point.Scope.Name.Span);
        Append(point.Scope.Version.Span);
        Append(point.Scope.Attributes);
        Append(point.Name.Span);
        Append(point.Unit.Span);
        Append((long)point.Kind);
        Append(point.Attributes);
        return Hash();
    }

    /// <summary>Hashes an event: every event is a stream of its own.</summary>
    public Guid Of(LogRecord log, ReadOnlySpan<byte> name)
    {
        _material.ResetWrittenCount();
        Append(log.Resource.Attributes);
        Append(log.Scope.Name.Span);
        Append(name);
        // The observed time may differ between copies of one event that took different paths.
        Append((long)(log.TimeNanos != 0 ? log.TimeNanos : log.ObservedNanos));
        Append(log.Attributes);
        return Hash();
    }

    private Guid Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_material.WrittenSpan, hash);
        return new Guid(hash[..16], bigEndian: true);
    }

    private void Append(AttributeList list)
    {
        _order.Clear();
        for (var i = 0; i < list.Count; i++) _order.Add(i);
        _order.Sort((left, right) => list.AsSpan()[left].Key.Span.SequenceCompareTo(list.AsSpan()[right].Key.Span));
        foreach (var i in _order) Append(list.AsSpan()[i]);
        Append(-1L);
    }

    private void Append(in Attribute attribute)
    {
        Append(attribute.Key.Span);
        Append((long)attribute.Value.Kind);
        Append(attribute.Value.Kind is AttributeValueKind.Bool or AttributeValueKind.Int or AttributeValueKind.Double ? attribute.Value.Int : 0);
        Append(attribute.Value.Text.Span);
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        Append((long)bytes.Length);
        _material.Write(bytes);
    }

    private void Append(long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_material.GetSpan(sizeof(long)), number);
        _material.Advance(sizeof(long));
    }
}
