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
        using IOutbox outbox = onDisk ? Open(maxBytes: 10) : new MemoryOutbox(10, TimeSpan.FromHours(1));

        Assert.Equal(
            [new(0), new(0), new(1)],
            new[] { outbox.Add(Signal.Traces, new byte[4]), outbox.Add(Signal.Logs, new byte[4]), outbox.Add(Signal.Metrics, new byte[4]) });
        Assert.Equal((2, 8L), (outbox.Count, outbox.Bytes));
        Assert.Equal(Signal.Logs, outbox.Oldest()!.Signal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tidy_TooOld_IsDropped(bool onDisk)
    {
        using IOutbox outbox = onDisk ? Open(maxAge: TimeSpan.FromTicks(1)) : new MemoryOutbox(1_000, TimeSpan.FromTicks(1));
        outbox.Add(Signal.Traces, [1]);
        var dropped = 0;
        await Eventually.TrueAsync(() => (dropped += outbox.Tidy()) == 1, TimeSpan.FromSeconds(10));

        Assert.Equal((0, 0L), (outbox.Count, outbox.Bytes));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tidy_NoLimitOfAge_DropsNothing(bool onDisk)
    {
        using IOutbox outbox = onDisk ? Open(maxAge: TimeSpan.MaxValue) : new MemoryOutbox(1_000, TimeSpan.MaxValue);
        outbox.Add(Signal.Traces, [1]);

        Assert.Equal((0, 1), (outbox.Tidy(), outbox.Count));
    }

    [Fact]
    public void Tidy_ExpiredWhileNoProcessRan_IsCounted()
    {
        using (var earlier = Open())
            earlier.Add(Signal.Traces, [1]);

        using var outbox = Open(maxAge: TimeSpan.FromTicks(1));

        Assert.Equal((1, 0), (outbox.Tidy(), outbox.Count));
    }

    [Fact]
    public void Oldest_FileIsInUse_SkipsItUntilItCanBeRead()
    {
        using var outbox = Open();
        outbox.Add(Signal.Traces, [1]);
        outbox.Add(Signal.Logs, [2]);
        using (Use(Files().Order(StringComparer.Ordinal).First()))
        {
            Assert.Equal(2, outbox.Oldest()!.Payload[0]);
            Assert.Equal((2, 2L), (outbox.Count, outbox.Bytes));
        }

        outbox.Tidy();
        Assert.Equal([(Signal.Traces, 1), (Signal.Logs, 2)], Empty(outbox));
    }

    [Fact]
    public void Oldest_FileIsGone_IsForgotten()
    {
        using var outbox = Open();
        outbox.Add(Signal.Traces, [1]);
        File.Delete(Files().Single());

        Assert.Null(outbox.Oldest());
        Assert.Equal((0, 0L), (outbox.Count, outbox.Bytes));
    }

    [Fact]
    public void Dispose_RequestCannotBeRead_KeepsIt()
    {
        using (var outbox = Open())
        {
            outbox.Add(Signal.Traces, [1]);
            using var use = Use(Files().Single());
            outbox.Oldest();
            outbox.Dispose();
        }

        using var next = Open();
        Assert.Equal([(Signal.Traces, 1)], Empty(next));
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

        Assert.Null(DiskOutbox.Open(Path.Combine(file, "below"), 1, TimeSpan.FromHours(1), out var problem));
        Assert.NotEmpty(problem!);
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

    private static FileStream Use(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.None);

    private string[] Files() => Directory.GetFiles(_directory.Path, "*.*s", SearchOption.AllDirectories);

    private DiskOutbox Open(long maxBytes = 1_000, TimeSpan? maxAge = null) =>
        DiskOutbox.Open(_directory.Path, maxBytes, maxAge ?? TimeSpan.FromHours(1), out _)!;
}
