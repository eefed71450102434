using System.IO.Compression;
using Snappier;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>
/// Snappy, framed or as a single block. The OpenTelemetry Collector sends the framed format under the name snappy: always over gRPC, and
/// over HTTP unless its gate confighttp.framedSnappy is enabled. The format is detected from the first bytes.
/// </summary>
internal sealed class Snappy : ICompression
{
    public IReadOnlyList<string> Names { get; } = ["snappy", "x-snappy-framed"];

    public void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit)
    {
        var isFramed = SnappyFrames.Begin(compressed.Span);
        var length = isFramed ? SnappyFrames.LengthOf(compressed.Span) : Snappier.Snappy.GetUncompressedLength(compressed.Span);
        if (length > limit) throw new RefusedException(Refusal.TooLarge(limit));

        var output = target.Extend((int)length);
        var isWhole = isFramed ? TryFill(compressed, output) : Snappier.Snappy.Decompress(compressed.Span, output) == output.Length;
        if (!isWhole) throw new InvalidDataException("its length differs from the declared one");
    }

    private static bool TryFill(ReadOnlyMemory<byte> compressed, Span<byte> output)
    {
        using var source = new CompressedSource(compressed, hasEndMark: false);
        using var stream = new SnappyStream(source, CompressionMode.Decompress);
        Span<byte> further = stackalloc byte[1];
        return stream.ReadAtLeast(output, output.Length, throwOnEndOfStream: false) == output.Length && stream.Read(further) == 0;
    }
}
