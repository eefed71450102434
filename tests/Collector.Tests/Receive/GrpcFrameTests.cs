using System.Buffers;
using Tidemark.Collector.Receive.Grpc;
using Tidemark.Collector.Receive.Status;

namespace Tidemark.Collector.Tests.Receive;

public sealed class GrpcFrameTests
{
    private static readonly byte[] Message = [.. Enumerable.Range(0, 40).Select(value => (byte)value)];

    [Fact]
    public void Unwrap_EveryTwoPieces_IsTheMessage()
    {
        var framed = GrpcFrame.Wrap(Message);
        for (var cut = 0; cut <= framed.Length; cut++) Assert.Equal(Message, Unwrap([framed[..cut], framed[cut..]]));
    }

    [Fact]
    public void Unwrap_ByteByByte_IsTheMessage() =>
        Assert.Equal(Message, Unwrap([.. GrpcFrame.Wrap(Message).Select(value => new[] { value })]));

    [Fact]
    public void Unwrap_EmptyMessage_IsEmpty() => Assert.Empty(Unwrap([GrpcFrame.Wrap([])]));

    [Theory]
    [InlineData("", "no message")]
    [InlineData("0000", "no message")]
    [InlineData("000000000201", "cut short")]
    [InlineData("00000000010102", "more than one message")]
    [InlineData("000000000101000000000101", "more than one message")]
    [InlineData("020000000101", "neither 0 nor 1")]
    [InlineData("010000000101", "names no compression")]
    public void Unwrap_BadFrame_IsRefusedForGood(string hex, string reason)
    {
        var refused = Assert.Throws<RefusedException>(() => Unwrap([Convert.FromHexString(hex)]));

        Assert.Equal(RpcCode.InvalidArgument, refused.Refusal.Code);
        Assert.Null(refused.Refusal.RetryAfter);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Unwrap_LengthOverTheLimit_IsRefusedByItsHeaderAlone()
    {
        var refused = Assert.Throws<RefusedException>(() => Unwrap([Convert.FromHexString("0080000000")]));

        Assert.Equal(RpcCode.ResourceExhausted, refused.Refusal.Code);
        Assert.Null(refused.Refusal.RetryAfter);
    }

    [Theory]
    [InlineData("10S", 10_000)]
    [InlineData("1H", 3_600_000)]
    [InlineData("2M", 120_000)]
    [InlineData("250m", 250)]
    [InlineData("5000u", 5)]
    [InlineData("2000000n", 2)]
    [InlineData("99999999H", 99_999_999 * 3_600_000.0)]
    public void TryRead_Timeout_IsItsTime(string header, double milliseconds)
    {
        Assert.True(GrpcTimeout.TryRead(header, out var timeout));
        Assert.Equal(milliseconds, timeout.TotalMilliseconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("S")]
    [InlineData("10")]
    [InlineData("-1S")]
    [InlineData("1.5S")]
    [InlineData("123456789S")]
    [InlineData("1s")]
    public void TryRead_NoTimeout_IsNone(string header) => Assert.False(GrpcTimeout.TryRead(header, out _));

    [Fact]
    public void Encode_AnyText_IsPrintableAscii() => Assert.Equal("100%25 %C3%A9%0A", GrpcMessage.Encode("100% é\n"));

    private static byte[] Unwrap(byte[][] pieces)
    {
        var frame = new GrpcFrame(1024, mayBeCompressed: false);
        var result = new List<byte>();
        byte[] pending = [];
        foreach (var piece in pieces)
        {
            var bytes = new ReadOnlySequence<byte>([.. pending, .. piece]);
            result.AddRange(frame.Unwrap(bytes, out var consumed).ToArray());
            pending = bytes.Slice(consumed).ToArray();
        }

        frame.Complete();
        return [.. result];
    }
}
