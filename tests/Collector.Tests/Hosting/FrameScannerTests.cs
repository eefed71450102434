using System.Buffers;
using System.Buffers.Binary;
using Tidemark.Collector.Hosting.Http2;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class FrameScannerTests
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Priority = 2;
    private const byte ResetStream = 3;
    private const byte Settings = 4;
    private const byte Ping = 6;
    private const byte WindowUpdate = 8;
    private const byte Continuation = 9;
    private const int Limit = 10;

    private readonly FakeTime _time = new();

    [Theory]
    [InlineData(Priority, 5)]
    [InlineData(ResetStream, 4)]
    [InlineData(Settings, 6)]
    [InlineData(Ping, 8)]
    [InlineData(Data, 0)]
    [InlineData(0xEE, 3)]
    [InlineData(WindowUpdate, 5)]
    public void Admit_MoreThanTheBudget_Refused(byte type, int length)
    {
        var scanner = NewScanner();

        for (var i = 0; i < Limit; i++) Assert.True(Admit(scanner, Frame(type, length)));
        Assert.False(Admit(scanner, Frame(type, length)));
    }

    [Theory]
    [InlineData(Headers, 30)]
    [InlineData(Continuation, 30)]
    [InlineData(Data, 16_384)]
    public void Admit_FramesThatCarryTelemetry_AreFree(byte type, int length)
    {
        var scanner = NewScanner();

        for (var i = 0; i < 20 * Limit; i++) Assert.True(Admit(scanner, Frame(type, length)));
    }

    // A server resets a stream after an increment of zero, and after a window above 2 GiB, which many small increments reach too.
    [Theory]
    [InlineData(1, true)]
    [InlineData(1 << 24, true)]
    [InlineData(0, false)]
    [InlineData((1 << 24) + 1, false)]
    [InlineData(int.MaxValue, false)]
    public void Admit_WindowUpdates_AreFreeWithinReason(int increment, bool isFree)
    {
        var scanner = NewScanner();
        var frame = Frame(WindowUpdate, 4);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(9), increment);

        for (var i = 0; i < Limit; i++) Assert.True(Admit(scanner, frame));
        Assert.Equal(isFree, Admit(scanner, frame));
    }

    [Fact]
    public void Admit_AfterTheInterval_HasTheBudgetAgain()
    {
        var scanner = NewScanner();

        for (var i = 0; i < 5; i++)
        {
            for (var n = 0; n < Limit; n++) Assert.True(Admit(scanner, Frame(Settings, 0)));
            _time.Advance(TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public void Admit_PingPerRequest_IsFreeButResetPerRequestIsNot()
    {
        var scanner = NewScanner();

        for (var i = 0; i < 20 * Limit; i++) Assert.True(Admit(scanner, [.. Frame(Headers, 30), .. Frame(Ping, 8)]));
        for (var i = 0; i < Limit; i++) Assert.True(Admit(scanner, [.. Frame(Headers, 30), .. Frame(ResetStream, 4)]));
        Assert.False(Admit(scanner, [.. Frame(Headers, 30), .. Frame(ResetStream, 4)]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(1000)]
    public void Admit_CutAnywhere_CountsTheSame(int pieceLength)
    {
        var scanner = NewScanner();
        // Payloads that look like frames are not.
        byte[] bytes = [.. Enumerable.Range(0, Limit + 1)
            .SelectMany(i => (byte[])[.. Frame(Data, 40, Frame(Settings, 0)), .. Frame(WindowUpdate, 4, [0, 0, 0, 1]), .. Frame(Settings, 0)])];
        var admitted = 0;

        while (admitted < bytes.Length && scanner.Admit(new ReadOnlySequence<byte>(bytes, admitted, Math.Min(pieceLength, bytes.Length - admitted))))
            admitted += pieceLength;

        Assert.InRange(bytes.Length - admitted, 1, Math.Max(9, pieceLength));
    }

    private FrameScanner NewScanner()
    {
        var scanner = new FrameScanner(new ControlFrameBudget(Limit, _time));
        Assert.True(Admit(scanner, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray()));
        return scanner;
    }

    private static bool Admit(FrameScanner scanner, byte[] bytes) => scanner.Admit(new ReadOnlySequence<byte>(bytes));

    private static byte[] Frame(byte type, int length, byte[]? payload = null)
    {
        var frame = new byte[9 + length];
        BinaryPrimitives.WriteInt32BigEndian(frame, length << 8);
        frame[3] = type;
        for (var i = 9; payload is not null && i + payload.Length <= frame.Length; i += payload.Length) payload.CopyTo(frame, i);
        return frame;
    }
}
