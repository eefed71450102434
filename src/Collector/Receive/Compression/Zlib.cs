using System.IO.Compression;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>zlib (RFC 1950), called deflate in HTTP and gRPC; the OpenTelemetry Collector offers both names.</summary>
internal sealed class Zlib : StreamedCompression
{
    public override IReadOnlyList<string> Names { get; } = ["deflate", "zlib"];

    protected override CompressedSource SourceOf(ReadOnlyMemory<byte> compressed) => new(compressed, hasEndMark: false);

    protected override Stream Open(CompressedSource source) => new ZLibStream(source, CompressionMode.Decompress);

    protected override void CheckEnd(CompressedSource source) => source.CheckEnd();
}
