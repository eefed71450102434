using System.Runtime.InteropServices;
using System.Text;
using Tidemark.Collector.Decode.Text;

namespace Tidemark.Collector.Tests.Decode;

public sealed class TextRepairTests
{
    private readonly Scratch _scratch = new(1024 * 1024);

    [Theory]
    [InlineData("")]
    [InlineData("plain ascii")]
    [InlineData("grüße 世界 🌊")]
    public void Clean_ValidText_IsTheSameMemory(string text)
    {
        ReadOnlyMemory<byte> raw = Encoding.UTF8.GetBytes(text);

        var clean = TextRepair.Clean(raw, 100, _scratch);

        Assert.True(clean.Equals(raw));
        Assert.Equal(default, _scratch.Mark);
    }

    [Fact]
    public void Clean_NulAndInvalidBytes_BecomeReplacementCharacters()
    {
        byte[] raw = [(byte)'a', 0, (byte)'b', 0xFF, (byte)'c', 0xE4, 0xB8, (byte)'d', 0xED, 0xA0, 0x80];

        var clean = Encoding.UTF8.GetString(TextRepair.Clean(raw, 100, _scratch).Span);

        Assert.StartsWith("a\uFFFDb\uFFFDc\uFFFDd\uFFFD", clean, StringComparison.Ordinal);
        Assert.DoesNotContain('\0', clean);
    }

    [Theory]
    [InlineData("aé", 2, "a")]
    [InlineData("aé", 3, "aé")]
    [InlineData("世界", 5, "世")]
    [InlineData("🌊🌊", 7, "🌊")]
    [InlineData("abc", 0, "")]
    public void Clean_OverTheLimit_IsCutBetweenCharacters(string text, int limit, string kept) =>
        Assert.Equal(kept, Encoding.UTF8.GetString(TextRepair.Clean(Encoding.UTF8.GetBytes(text), limit, _scratch).Span));

    [Fact]
    public void Clean_RepairThatGrows_StaysWithinTheLimit()
    {
        var raw = new byte[100];

        var clean = TextRepair.Clean(raw, 100, _scratch);

        Assert.Equal(99, clean.Length);
        Assert.True(MemoryMarshal.TryGetArray(clean, out _));
    }

    [Fact]
    public void Reserve_BeyondTheLimit_IsRefusedBeforeMemoryIsSpent() =>
        Assert.Throws<Collector.Decode.MalformedRequestException>(() => _scratch.Reserve(2 * 1024 * 1024));

    [Fact]
    public void Release_ToAMark_KeepsWhatWasTakenBeforeIt()
    {
        var before = Take("before", 20_000);
        var mark = _scratch.Mark;
        Take("after", 40_000);
        _scratch.Release(mark);
        Take("again", 40_000);

        Assert.StartsWith("before", Encoding.ASCII.GetString(before.Span), StringComparison.Ordinal);
    }

    private ReadOnlyMemory<byte> Take(string text, int size)
    {
        Encoding.ASCII.GetBytes(text, _scratch.Reserve(size).Span);
        return _scratch.Take(size);
    }
}
