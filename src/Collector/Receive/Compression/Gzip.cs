using System.Buffers.Binary;
using System.IO.Compression;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>gzip (RFC 1952), with one or several members.</summary>
internal sealed class Gzip : StreamedCompression
{
    public override IReadOnlyList<string> Names { get; } = ["gzip", "x-gzip"];

    // After a complete member the stream looks for another one, finds the end mark, which is not one, and stops.
    // In a truncated member it takes the mark for data and asks for more.
    protected override CompressedSource SourceOf(ReadOnlyMemory<byte> compressed) => new(compressed, hasEndMark: true);

    protected override Stream Open(CompressedSource source) => new GZipStream(source, CompressionMode.Decompress);

    /// <summary>The length declared by the last member; correct if there is only one.</summary>
    protected override uint? DeclaredLength(ReadOnlySpan<byte> compressed) =>
        compressed.Length >= sizeof(uint) ? BinaryPrimitives.ReadUInt32LittleEndian(compressed[^sizeof(uint)..]) : null;

    protected override void CheckEnd(CompressedSource source) => source.CheckEnd();
}
