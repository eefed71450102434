using System.Buffers.Binary;
using System.Globalization;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>An export request, encoded once; ids, sessions and times are overwritten in place for each sending.</summary>
internal sealed class RequestTemplate(byte[] body, int spans, Patch[] patches)
{
    public int Spans { get; } = spans;

    public int Length => body.Length;

    /// <param name="destination">At least <see cref="Length"/> bytes.</param>
    /// <param name="request">A number that is unique in this run.</param>
    /// <param name="session">Number of the request's first session.</param>
    /// <param name="now">Moment of sending, nanoseconds since 1970.</param>
    public void Write(Span<byte> destination, ulong request, uint session, long now)
    {
        body.CopyTo(destination);
        foreach (var patch in patches)
        {
            var place = destination[patch.Offset..];
            switch (patch.Kind)
            {
                case PatchKind.TraceId:
                    BinaryPrimitives.WriteUInt64BigEndian(place, Mix((request << 16) + (ulong)patch.Value));
                    BinaryPrimitives.WriteUInt64BigEndian(place[8..], request);
                    break;
                case PatchKind.SpanId:
                    BinaryPrimitives.WriteUInt64BigEndian(place, Mix(~((request << 16) + (ulong)patch.Value)));
                    break;
                case PatchKind.Session:
                    (session + (uint)patch.Value).TryFormat(place, out _, "x8", CultureInfo.InvariantCulture);
                    break;
                case PatchKind.Call:
                    Mix((request << 16) + (ulong)patch.Value).TryFormat(place, out _, "x16", CultureInfo.InvariantCulture);
                    break;
                case PatchKind.Time:
                    BinaryPrimitives.WriteUInt64LittleEndian(place, (ulong)(now + patch.Value));
                    break;
                default:
                    throw new InvalidOperationException($"Nothing is known of {patch.Kind}.");
            }
        }
    }

    // Random, as real ids are, so that inserts hit all pages of an index.
    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return (value ^ (value >> 31)) | 1;
    }
}
