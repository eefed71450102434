using System.Text;
using Tidemark.Collector.Receive.Body;
using Tidemark.Collector.Receive.Compression;
using Tidemark.Collector.Receive.Status;
using Tidemark.Testing;
using Xunit.Abstractions;

namespace Tidemark.Collector.Tests.Receive.Compression;

/// <summary>Checks for every compression.</summary>
public sealed class CompressionTests(ITestOutputHelper output)
{
    private const int Limit = 1024 * 1024;
    private const int SnappyIdentifierLength = 10;

    private static readonly byte[] Content = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"line {i}\n")));

    public static TheoryData<string> Forms => [.. CompressedBody.All.Select(form => form.ToString())];

    /// <summary>Those that may occur several times in a row.</summary>
    public static TheoryData<string> Chained =>
        [.. CompressedBody.All.Where(form => form.Encoding is "gzip" or "zstd" or "lz4" || form.Form == "frames").Select(form => form.ToString())];

    public static TheoryData<string> References => [.. ReferenceBodies.Bodies.Keys];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_WholeBody_IsTheContent(string form)
    {
        var noise = new byte[200_000];
        new Random(5).NextBytes(noise);
        foreach (var content in (byte[][])[[42], Content, Content[..65_536], Content[..65_537], noise, new byte[Limit]])
            Assert.Equal(content, Inflate(form, CompressedBody.Find(form).Compress(content)));
    }

    [Theory]
    [MemberData(nameof(References))]
    public void Inflate_ReferenceProgramsBody_IsTheContent(string name) =>
        Assert.Equal(ReferenceBodies.Text, Encoding.UTF8.GetString(InflateAs(name.Split('/')[0], Convert.FromBase64String(ReferenceBodies.Bodies[name]))));

    [Theory]
    [MemberData(nameof(Chained))]
    public void Inflate_SeveralMembers_AreOneContent(string form)
    {
        var compress = CompressedBody.Find(form).Compress;
        byte[] several = [.. compress(Content), .. compress([1, 2, 3]), .. compress(Content)];

        Assert.Equal([.. Content, 1, 2, 3, .. Content], Inflate(form, several));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_MoreThanTheLimit_IsTooLarge(string form)
    {
        var compress = CompressedBody.Find(form).Compress;
        foreach (var length in (int[])[Limit + 1, Limit * 20]) AssertTooLarge(form, compress(new byte[length]));
    }

    [Theory]
    [MemberData(nameof(Chained))]
    public void Inflate_MembersMoreThanTheLimitTogether_AreTooLarge(string form)
    {
        var half = CompressedBody.Find(form).Compress(new byte[Limit / 2]);

        AssertTooLarge(form, [.. half, .. half, .. CompressedBody.Find(form).Compress([1])]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_Cut_IsCorrupt(string form)
    {
        // Snappy streams have no end marker: only HTTP and gRPC detect a cut between two frames.
        var wholeAt = CompressedBody.Find(form).Form == "frames" ? SnappyIdentifierLength : -1;
        var small = CompressedBody.Find(form).Compress("a small body, cut at every byte"u8.ToArray());
        for (var length = 0; length < small.Length; length++)
        {
            if (length != wholeAt) AssertCorrupt(form, small[..length]);
        }

        var large = CompressedBody.Find(form).Compress(Content);
        for (var part = 1; part < 50; part++) AssertCorrupt(form, large[..(large.Length * part / 50)]);
    }

    /// <summary>Snappy's block format has no end marker that data could follow.</summary>
    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_SomethingAfterTheEnd_IsCorrupt(string form)
    {
        if (CompressedBody.Find(form).Form == "block") return;
        var whole = CompressedBody.Find(form).Compress(Content);
        foreach (var further in (byte[][])[[0], [0x1F], [0xFF], [1, 2, 3, 4, 5, 6, 7, 8, 9], new byte[100]]) AssertCorrupt(form, [.. whole, .. further]);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_MutatedBodies_AreReadOrRefused(string form)
    {
        const int seed = 11;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var whole = CompressedBody.Find(form).Compress(Content[..2_000]);
        var refused = 0;
        for (var round = 0; round < 3_000; round++)
        {
            using var body = Bodies.Open(Limit, out var budget);
            try
            {
                Compressions.Inflate(Of(form), Mutation.Of(whole, random), body, Limit);
                Assert.InRange(body.Bytes.Length, 0, Limit);
                Assert.Equal(body.Bytes.Length, budget.Taken);
            }
            catch (RefusedException)
            {
                refused++;
            }

            body.Dispose();
            Assert.Equal(0, budget.Taken);
        }

        Assert.InRange(refused, 1, 2_999);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Inflate_Noise_IsReadOrRefused(string form)
    {
        const int seed = 12;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var start = CompressedBody.Find(form).Compress(Content)[..12];
        for (var round = 0; round < 2_000; round++)
        {
            var noise = new byte[random.Next(1, 200)];
            random.NextBytes(noise);
            start.AsSpan(0, Math.Min(random.Next(13), noise.Length)).CopyTo(noise);
            using var body = Bodies.Open(Limit, out _);
            var thrown = Record.Exception(() => Compressions.Inflate(Of(form), noise, body, Limit));
            Assert.True(thrown is null or RefusedException, $"{thrown}");
        }
    }

    [Fact]
    public void TryFind_EachName_IsFoundInAnyCase()
    {
        foreach (var name in Compressions.All.SelectMany(compression => compression.Names))
        {
            Assert.True(Compressions.TryFind(name, out var found));
            Assert.Contains(name, found!.Names);
            Assert.True(Compressions.TryFind($" {name.ToUpperInvariant()} ", out var same));
            Assert.Same(found, same);
        }
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("identity", true)]
    [InlineData("br", false)]
    [InlineData("gzip, gzip", false)]
    [InlineData("gzip;q=1", false)]
    public void TryFind_OtherNames_AreNoneOrUnknown(string header, bool isKnown)
    {
        Assert.Equal(isKnown, Compressions.TryFind(header, out var compression));
        Assert.Null(compression);
    }

    private static ICompression Of(string form) =>
        Compressions.TryFind(CompressedBody.Find(form).Encoding, out var compression) ? compression! : throw new KeyNotFoundException(form);

    private static byte[] Inflate(string form, byte[] compressed) => InflateAs(CompressedBody.Find(form).Encoding, compressed);

    private static byte[] InflateAs(string encoding, byte[] compressed)
    {
        Assert.True(Compressions.TryFind(encoding, out var compression));
        using var body = Bodies.Open(Limit, out var budget);
        Compressions.Inflate(compression!, compressed, body, Limit);
        Assert.Equal(body.Bytes.Length, budget.Taken);
        return body.Bytes.ToArray();
    }

    private static void AssertCorrupt(string form, byte[] compressed)
    {
        var refused = Assert.Throws<RefusedException>(() => Inflate(form, compressed));
        Assert.Equal(400, refused.Refusal.HttpStatus);
        Assert.Null(refused.Refusal.RetryAfter);
    }

    private static void AssertTooLarge(string form, byte[] compressed)
    {
        using var body = Bodies.Open(Limit, out var budget);
        var refused = Assert.Throws<RefusedException>(() => Compressions.Inflate(Of(form), compressed, body, Limit));
        Assert.Equal(413, refused.Refusal.HttpStatus);
        Assert.InRange(budget.Taken, 0, Limit);
    }
}
