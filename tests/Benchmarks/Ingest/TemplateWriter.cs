using System.Buffers.Binary;
using System.Text;
using Tidemark.Testing.Otlp;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Encodes a request with markers and finds their positions.</summary>
internal sealed class TemplateWriter
{
    private const ulong TimeMarker = 0x5EED_7700_0000_0000;
    private const string SessionPrefix = "session-";
    private const string CallPrefix = "call_";

    private readonly List<(byte[] Marker, PatchKind Kind, long Value)> _markers = [];
    private int _times;

    public byte[] Trace(int number) => Mark(Numbered(16, 0xA5, number), PatchKind.TraceId, number);

    public byte[] Span(int number) => Mark(Numbered(8, 0xB6, number), PatchKind.SpanId, number);

    public string Session(int number)
    {
        var marker = $"{SessionPrefix}@@@@{number:x4}";
        Mark(Encoding.ASCII.GetBytes(marker[SessionPrefix.Length..]), PatchKind.Session, number);
        return marker;
    }

    public string Call(int number)
    {
        var marker = $"{CallPrefix}@@@@@@@@@@@@{number:x4}";
        Mark(Encoding.ASCII.GetBytes(marker[CallPrefix.Length..]), PatchKind.Call, number);
        return marker;
    }

    /// <param name="nanos">Nanoseconds after the moment of sending.</param>
    public ulong Time(long nanos)
    {
        var marker = TimeMarker + (ulong)++_times;
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, marker);
        Mark(bytes, PatchKind.Time, nanos);
        return marker;
    }

    public RequestTemplate Finish(OtlpSpan[] spans, OtlpResource<OtlpSpan> resource)
    {
        var body = OtlpProtobuf.Traces(resource with { Items = spans });
        return new RequestTemplate(
            body, spans.Length, [.. _markers.SelectMany(marker => Places(body, marker.Marker).Select(offset => new Patch(offset, marker.Kind, marker.Value)))]);
    }

    private static IEnumerable<int> Places(byte[] body, byte[] marker)
    {
        for (var from = 0; body.AsSpan(from).IndexOf(marker) is >= 0 and var at; from += at + marker.Length) yield return from + at;
    }

    private static byte[] Numbered(int length, byte fill, int number)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(fill);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(length - 4), number);
        return bytes;
    }

    private byte[] Mark(byte[] marker, PatchKind kind, long value)
    {
        if (!_markers.Exists(known => known.Marker.AsSpan().SequenceEqual(marker))) _markers.Add((marker, kind, value));
        return marker;
    }
}
