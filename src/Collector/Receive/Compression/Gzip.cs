using System.Buffers.Binary;
using System.IO.Compression;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>gzip (RFC 1952), of one member or several.</summary>
internal sealed class Gzip : StreamedCompression
{
    public override IReadOnlyList<string> Names { get; } = ["gzip", "x-gzip"];

    // After a whole member the stream looks for another one, finds the end mark, which is none, and stops.
    // In a member that is cut short it takes the mark for data and asks for more.
    protected override CompressedSource SourceOf(ReadOnlyMemory<byte> compressed) => new(compressed, hasEndMark: true);

    protected override Stream Open(CompressedSource source) => new GZipStream(source, CompressionMode.Decompress);

    /// <summary>The last member's; right where there is one.</summary>
    protected override uint? DeclaredLength(ReadOnlySpan<byte> compressed) =>
        compressed.Length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(compressed[^sizeof(uint)..]) : null;

    protected override void CheckEnd(CompressedSource source) => source.CheckEnd();
}
