using System.IO.Compression;
using System.Text;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Tests.Receive.Compression;

public sealed class GzipTests
{
    private const int Limit = 4 * 1024 * 1024;

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n")));
    private static readonly byte[] Compressed = Compress(Content);

    [Theory]
    [InlineData(CompressionLevel.NoCompression)]
    [InlineData(CompressionLevel.Fastest)]
    [InlineData(CompressionLevel.Optimal)]
    [InlineData(CompressionLevel.SmallestSize)]
    public void Inflate_WholeBody_IsTheContent(CompressionLevel level) => Assert.Equal(Content, Inflate(Compress(Content, level)));

    [Fact]
    public void Inflate_EmptyContent_IsEmpty() => Assert.Empty(Inflate(Compress([])));

    [Fact]
    public void Inflate_OneByte_IsThatByte() => Assert.Equal([42], Inflate(Compress([42])));

    [Fact]
    public void Inflate_OptionalHeaderFields_AreSkipped()
    {
        byte[] header = [0x1F, 0x8B, 8, 0x1C, 0, 0, 0, 0, 0, 0, 3, 0, 1, 2, 3, .. "name\0comment\0"u8];

        Assert.Equal(Content, Inflate([.. header, .. Compressed[10..]]));
    }

    [Fact]
    public void Inflate_EveryCut_IsCorrupt()
    {
        var small = Compress(Encoding.UTF8.GetBytes("a small body, cut at every byte"));
        for (var length = 0; length < small.Length; length++) AssertCorrupt(small[..length]);
        foreach (var length in (int[])[Compressed.Length / 2, Compressed.Length - 9, Compressed.Length - 8, Compressed.Length - 4, Compressed.Length - 1])
            AssertCorrupt(Compressed[..length]);
    }

    [Fact]
    public void Inflate_CutWithATrailerMadeUp_IsCorrupt()
    {
        byte[] cut = [.. Compressed[..(Compressed.Length / 2)], .. Compressed[^8..]];

        AssertCorrupt(cut);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(8)]
    public void Inflate_WrongTrailer_IsCorrupt(int fromEnd)
    {
        var wrong = Compressed.ToArray();
        wrong[^fromEnd] ^= 1;

        AssertCorrupt(wrong);
    }

    [Fact]
    public void Inflate_SomethingAfterTheEnd_IsCorrupt()
    {
        AssertCorrupt([.. Compressed, 0]);
        AssertCorrupt([.. Compressed, .. Compressed[..10]]);
        AssertCorrupt([.. Compressed, .. Compressed[..^1]]);
        AssertCorrupt([.. Compressed[..^8], 0, 0, 0, .. Compressed[^8..]]);
    }

    [Theory]
    [InlineData(0, 0x1E)]
    [InlineData(2, 7)]
    [InlineData(3, 0x20)]
    [InlineData(3, 0xFF)]
    public void Inflate_WrongHeader_IsCorrupt(int at, int value)
    {
        var wrong = Compressed.ToArray();
        wrong[at] = (byte)value;

        AssertCorrupt(wrong);
    }

    [Fact]
    public void Inflate_MoreThanTheLimit_IsTooLargeWithoutInflating()
    {
        var bomb = Compress(new byte[Limit + 1]);
        using var body = Bodies.Open(Limit, out var budget);

        var refused = Assert.Throws<RefusedException>(() => Compressions.Inflate(new Gzip(), bomb, body, Limit));

        Assert.Equal(413, refused.Refusal.HttpStatus);
        Assert.Equal(0, budget.Taken);
    }

    /// <summary>An empty member, and one whose length would fit alone.</summary>
    [Fact]
    public void Inflate_SeveralMembers_AreOneContent()
    {
        byte[] empty = Compress([]);

        Assert.Equal([.. Content, .. Content], Inflate([.. Compressed, .. empty, .. Compressed]));
        Assert.Equal(Content, Inflate([.. empty, .. Compressed]));
        Assert.Equal(Content, Inflate([.. Compressed, .. empty]));
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(1000u)]
    [InlineData(Limit)]
    [InlineData(uint.MaxValue)]
    public void Inflate_LengthThatLies_IsRefused(uint reported)
    {
        var bomb = Compress(new byte[Limit * 4]);
        BitConverter.TryWriteBytes(bomb.AsSpan(bomb.Length - 4), reported);
        using var body = Bodies.Open(Limit, out _);

        Assert.Throws<RefusedException>(() => Compressions.Inflate(new Gzip(), bomb, body, Limit));
    }

    private static byte[] Compress(byte[] content, CompressionLevel level = CompressionLevel.Optimal)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, level)) gzip.Write(content);
        return target.ToArray() is { Length: > 0 } bytes ? bytes : [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    }

    private static byte[] Inflate(byte[] compressed)
    {
        using var body = Bodies.Open(Limit, out _);
        Compressions.Inflate(new Gzip(), compressed, body, Limit);
        return body.Bytes.ToArray();
    }

    private static void AssertCorrupt(byte[] compressed)
    {
        var refused = Assert.Throws<RefusedException>(() => Inflate(compressed));
        Assert.Equal(400, refused.Refusal.HttpStatus);
        Assert.Null(refused.Refusal.RetryAfter);
    }
}
