using Tidemark.Collector.Derive.Traces;
using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Tests.Derive.Traces;

public sealed class FullerUsageTests
{
    private static readonly TokenUsage Bare = new(100, 20, null, null, null);

    [Fact]
    public void Of_MirrorKnowsTheParts_TakesThem() =>
        Assert.Equal(new TokenUsage(100, 20, 40, 10, 8), FullerUsage.Of(Bare, new TokenUsage(100, 20, 40, 10, 8)));

    [Fact]
    public void Of_PartsReportedAsZero_AreNotReported() =>
        Assert.Equal(new TokenUsage(100, 20, 40, 0, 8), FullerUsage.Of(new TokenUsage(100, 20, 0, 0, 0), new TokenUsage(100, 20, 40, null, 8)));

    [Fact]
    public void Of_CountedLeftThePartsOut_TakesTheWhole() =>
        Assert.Equal(
            new TokenUsage(3050, 48, 2000, 1000, 8), FullerUsage.Of(new TokenUsage(50, 40, null, null, null), new TokenUsage(3050, 48, 2000, 1000, 8)));

    [Fact]
    public void Of_CountedKnowsTheParts_KeepsItsOwn()
    {
        var counted = new TokenUsage(100, 20, 64, null, 4);

        Assert.Equal(counted, FullerUsage.Of(counted, new TokenUsage(100, 20, 40, 10, 8)));
    }

    [Fact]
    public void Of_OtherUsage_KeepsItsOwn() => Assert.Equal(Bare, FullerUsage.Of(Bare, new TokenUsage(200, 40, 80, null, 16)));

    [Fact]
    public void Of_NothingCounted_IsTheMirrors() => Assert.Equal(Bare, FullerUsage.Of(default, Bare));

    [Fact]
    public void Of_LastTokenCountedTwice_KeepsTheCountedOutput() =>
        Assert.Equal(new TokenUsage(100, 20, null, null, 8), FullerUsage.Of(Bare, new TokenUsage(100, 21, null, null, 8)));
}
