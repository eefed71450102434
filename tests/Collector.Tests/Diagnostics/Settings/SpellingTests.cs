using Tidemark.Collector.Diagnostics.Settings;

namespace Tidemark.Collector.Tests.Diagnostics.Settings;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("listen", "Listen", 0)]
    [InlineData("Lsiten", "Listen", 1)]
    [InlineData("Lisen", "Listen", 1)]
    [InlineData("Listten", "Listen", 1)]
    [InlineData("Lasten", "Listen", 1)]
    [InlineData("", "ab", 2)]
    public void Slips_TwoNames_AreCounted(string left, string right, int slips)
    {
        Assert.Equal(slips, Spelling.Slips(left, right));
        Assert.Equal(slips, Spelling.Slips(right, left));
    }

    [Fact]
    public void Nearest_SeveralAlike_IsTheOneWithFewestSlips() => Assert.Equal("MaxItems", Spelling.Nearest("MaxItem", ["MaxLinks", "MaxItems", "MaxEvents"]));

    [Fact]
    public void Nearest_NoneAlike_IsNone() => Assert.Null(Spelling.Nearest("Wombat", ["Http", "Grpc"]));
}
