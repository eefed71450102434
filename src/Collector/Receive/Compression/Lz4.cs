namespace Tidemark.Collector.Receive.Compression;

/// <summary>LZ4 frames, one or several. The decoder itself notices where one is cut short.</summary>
/// <remarks>https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md</remarks>
internal sealed class Lz4 : StreamedCompression
{
    public override IReadOnlyList<string> Names { get; } = ["lz4"];

    protected override CompressedSource SourceOf(ReadOnlyMemory<byte> compressed) => new(compressed, hasEndMark: false);

    protected override Stream Open(CompressedSource source) => new Lz4Frames(source);
}
