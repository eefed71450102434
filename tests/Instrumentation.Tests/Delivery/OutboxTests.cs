using Tidemark.Instrumentation.Delivery;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Delivery;

public sealed class OutboxTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Disk_OfAProcessThatEnded_IsTakenOverOldestFirst()
    {
        using (var earlier = Open())
        {
            earlier.Add(Signal.Traces, [1]);
            earlier.Add(Signal.Logs, [2]);
        }

        using var outbox = Open();
        outbox.Add(Signal.Metrics, [3]);

        Assert.Equal([(Signal.Traces, 1), (Signal.Logs, 2), (Signal.Metrics, 3)], Empty(outbox));
        Assert.Equal((0, 0L), (outbox.Count, outbox.Bytes));
        Assert.Single(Directory.GetDirectories(_directory.Path));
    }

    [Fact]
    public void Disk_OfAProcessThatLives_IsLeftAlone()
    {
        using var other = Open();
        other.Add(Signal.Traces, [1]);
        using var outbox = Open();

        Assert.Null(outbox.Oldest());
        Assert.Equal(1, other.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Add_BeyondTheBound_DropsTheOldest(bool onDisk)
    {
        using IOutbox outbox = onDisk ? Open(maxBytes: 10) : new MemoryOutbox(10);

        Assert.Equal(
            [0, 0, 1], new[] { outbox.Add(Signal.Traces, new byte[4]), outbox.Add(Signal.Logs, new byte[4]), outbox.Add(Signal.Metrics, new byte[4]) });
        Assert.Equal((2, 8L), (outbox.Count, outbox.Bytes));
        Assert.Equal(Signal.Logs, outbox.Oldest()!.Signal);
    }

    [Fact]
    public void Tidy_TooOld_IsDropped()
    {
        using var outbox = Open(maxAge: TimeSpan.FromTicks(1));
        outbox.Add(Signal.Traces, [1]);

        Assert.Equal((1, 0), (outbox.Tidy(), outbox.Count));
        Assert.Empty(Directory.GetFiles(_directory.Path, "*.traces", SearchOption.AllDirectories));
    }

    [Fact]
    public void Disk_Created_IsForItsUserAlone()
    {
        using var outbox = Open();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Directory.GetDirectories(_directory.Path).Single()));
        }
    }

    [Fact]
    public void Open_NoFolderCanBeMade_IsNone()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, string.Empty);

        Assert.Null(DiskOutbox.Open(Path.Combine(file, "below"), 1, TimeSpan.FromHours(1)));
    }

    private static List<(Signal Signal, int First)> Empty(DiskOutbox outbox)
    {
        var letters = new List<(Signal, int)>();
        while (outbox.Oldest() is { } letter)
        {
            letters.Add((letter.Signal, letter.Payload[0]));
            outbox.Remove(letter);
        }

        return letters;
    }

    private DiskOutbox Open(long maxBytes = 1_000, TimeSpan? maxAge = null) =>
        DiskOutbox.Open(_directory.Path, maxBytes, maxAge ?? TimeSpan.FromHours(1))!;
}
