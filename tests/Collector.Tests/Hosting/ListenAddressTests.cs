using Tidemark.Collector.Hosting;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class ListenAddressTests
{
    [Theory]
    [InlineData("127.0.0.1:4317", "127.0.0.1:4317", false)]
    [InlineData("localhost:4317", "127.0.0.1:4317", false)]
    [InlineData("[::1]:0", "[::1]:0", false)]
    [InlineData("0.0.0.0:80", "0.0.0.0:80", true)]
    [InlineData("*:80", "[::]:80", true)]
    [InlineData("192.0.2.7:80", "192.0.2.7:80", true)]
    public void TryParse_OneAddress_IsIt(string text, string wanted, bool isOpen)
    {
        Assert.True(ListenAddress.TryParse(text, out var endPoints));
        Assert.Equal(wanted, Assert.Single(endPoints).ToString());
        Assert.Equal(isOpen, ListenAddress.IsOpen(endPoints[0]));
    }

    [Fact]
    public void TryParse_Several_AreAll()
    {
        Assert.True(ListenAddress.TryParse("127.0.0.1:1, [::1]:2", out var endPoints));
        Assert.Equal(2, endPoints.Count);
    }

    [Fact]
    public void TryParse_Off_IsNone()
    {
        Assert.True(ListenAddress.TryParse("off", out var endPoints));
        Assert.Empty(endPoints);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("4317")]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    [InlineData("[::1]")]
    [InlineData("example.org:80")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("127.0.0.1:80,nonsense")]
    public void TryParse_NoAddress_IsRefused(string? text) => Assert.False(ListenAddress.TryParse(text, out _));
}
