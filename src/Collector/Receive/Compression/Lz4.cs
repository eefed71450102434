namespace Tidemark.Collector.Receive.Compression;

/// <summary>LZ4, one or several frames. The decoder itself detects truncated frames.</summary>
/// <remarks>https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md</remarks>
internal sealed class Lz4 : StreamedCompression
{
    public override IReadOnlyList<string> Names { get; } = ["lz4"];

    protected override CompressedSource SourceOf(ReadOnlyMemory<byte> compressed) => new(compressed, hasEndMark: false);

    protected override Stream Open(CompressedSource source) => new Lz4Frames(source);
}
