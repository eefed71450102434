using System.IO.Compression;
using K4os.Compression.LZ4;
using K4os.Compression.LZ4.Streams;
using Snappier;
using ZstdSharp;

namespace Tidemark.Testing;

/// <summary>
/// Compresses bodies as senders do, LZ4 with the OpenTelemetry Collector's settings.
/// </summary>
internal sealed record CompressedBody(string Encoding, string Form, Func<byte[], byte[]> Compress)
{
    private const int Lz4BlockSize = 4 * 1024 * 1024;

    public static readonly IReadOnlyList<CompressedBody> All =
    [
        new("gzip", "", content => Written(content, target => new GZipStream(target, CompressionLevel.Optimal, leaveOpen: true))),
        new("deflate", "", Zlib),
        new("zlib", "", Zlib),
        new("zstd", "length declared", content => new Compressor(3).Wrap(content).ToArray()),
        new("zstd", "stream", content => Written(content, target => new CompressionStream(target, 3, 0, leaveOpen: true))),
        new("snappy", "frames", SnappyFrames),
        new("snappy", "block", content => Snappy.CompressToArray(content)),
        new("x-snappy-framed", "frames", SnappyFrames),
        new("lz4", "", content => Written(content, Lz4)),
    ];

    /// <summary>Compressions that the OpenTelemetry Collector's gRPC exporter offers.</summary>
    public static IEnumerable<CompressedBody> OverGrpc => All.Where(body => body is { Encoding: "gzip" or "zstd" } or { Encoding: "snappy", Form: "frames" });

    public static CompressedBody Find(string name) => All.Single(body => body.ToString() == name);

    public override string ToString() => Form.Length == 0 ? Encoding : $"{Encoding}, {Form}";

    private static byte[] Zlib(byte[] content) => Written(content, target => new ZLibStream(target, CompressionLevel.Optimal, leaveOpen: true));

    private static byte[] SnappyFrames(byte[] content) => Written(content, target => new SnappyStream(target, CompressionMode.Compress, leaveOpen: true));

    private static Stream Lz4(Stream target) => LZ4Stream.Encode(
        target,
        new LZ4EncoderSettings { BlockSize = Lz4BlockSize, ChainBlocks = false, ContentChecksum = true, CompressionLevel = LZ4Level.L00_FAST },
        leaveOpen: true);

    private static byte[] Written(byte[] content, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(content);
        return target.ToArray();
    }
}
