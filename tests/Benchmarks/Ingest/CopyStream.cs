using System.Buffers.Binary;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>Some rows as a COPY BINARY stream of their own.</summary>
/// <param name="Header">Signature, flags and extension of the stream that they come from.</param>
/// <param name="Rows">Whole rows.</param>
internal readonly record struct CopyStream(ReadOnlyMemory<byte> Header, ReadOnlyMemory<byte> Rows)
{
    private const int FixedHeader = 19;
    private const int LengthAt = 15;

    private static readonly byte[] Trailer = [0xFF, 0xFF];

    /// <summary>Cuts a stream into several of so many rows.</summary>
    public static IEnumerable<CopyStream> Split(ReadOnlyMemory<byte> stream, int rowsEach)
    {
        var header = stream[..(FixedHeader + BinaryPrimitives.ReadInt32BigEndian(stream.Span[LengthAt..]))];
        var start = header.Length;
        var rows = 0;
        for (var at = start; ; rows++)
        {
            var isEnd = BinaryPrimitives.ReadInt16BigEndian(stream.Span[at..]) < 0;
            if (at > start && (isEnd || rows == rowsEach))
            {
                yield return new CopyStream(header, stream[start..at]);
                (start, rows) = (at, 0);
            }

            if (isEnd) yield break;
            at = NextRow(stream.Span, at);
        }
    }

    public async Task WriteToAsync(Stream copy, CancellationToken cancellationToken)
    {
        await copy.WriteAsync(Header, cancellationToken);
        await copy.WriteAsync(Rows, cancellationToken);
        await copy.WriteAsync(Trailer, cancellationToken);
    }

    private static int NextRow(ReadOnlySpan<byte> stream, int at)
    {
        var fields = BinaryPrimitives.ReadInt16BigEndian(stream[at..]);
        at += sizeof(short);
        for (var field = 0; field < fields; field++) at += sizeof(int) + Math.Max(0, BinaryPrimitives.ReadInt32BigEndian(stream[at..]));
        return at;
    }
}
