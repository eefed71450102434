using Tidemark.Instrumentation.Delivery;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Delivery;

public sealed class RequestQueueTests : IDisposable
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

        using var queue = Open();
        queue.Add(Signal.Metrics, [3]);

        Assert.Equal([(Signal.Traces, 1), (Signal.Logs, 2), (Signal.Metrics, 3)], Empty(queue));
        Assert.Equal((0, 0L), (queue.Count, queue.Bytes));
        Assert.Single(Directory.GetDirectories(_directory.Path));
    }

    [Fact]
    public void Disk_OfAProcessThatLives_IsLeftAlone()
    {
        using var other = Open();
        other.Add(Signal.Traces, [1]);
        using var queue = Open();

        Assert.Null(queue.Oldest());
        Assert.Equal(1, other.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Add_BeyondTheBound_DropsTheOldest(bool onDisk)
    {
        using IRequestQueue queue = onDisk ? Open(maxBytes: 10) : new MemoryRequestQueue(10, TimeSpan.FromHours(1));

        Assert.Equal(
            [new(0), new(0), new(1)],
            new[] { queue.Add(Signal.Traces, new byte[4]), queue.Add(Signal.Logs, new byte[4]), queue.Add(Signal.Metrics, new byte[4]) });
        Assert.Equal((2, 8L), (queue.Count, queue.Bytes));
        Assert.Equal(Signal.Logs, queue.Oldest()!.Signal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Tidy_TooOld_IsDropped(bool onDisk)
    {
        using IRequestQueue queue = onDisk ? Open(maxAge: TimeSpan.FromTicks(1)) : new MemoryRequestQueue(1_000, TimeSpan.FromTicks(1));
        queue.Add(Signal.Traces, [1]);
        var dropped = 0;
        await Eventually.TrueAsync(() => (dropped += queue.Tidy()) == 1, TimeSpan.FromSeconds(10));

        Assert.Equal((0, 0L), (queue.Count, queue.Bytes));
        Assert.Empty(Files());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tidy_NoLimitOfAge_DropsNothing(bool onDisk)
    {
        using IRequestQueue queue = onDisk ? Open(maxAge: TimeSpan.MaxValue) : new MemoryRequestQueue(1_000, TimeSpan.MaxValue);
        queue.Add(Signal.Traces, [1]);

        Assert.Equal((0, 1), (queue.Tidy(), queue.Count));
    }

    [Fact]
    public void Tidy_ExpiredWhileNoProcessRan_IsCounted()
    {
        using (var earlier = Open())
            earlier.Add(Signal.Traces, [1]);

        using var queue = Open(maxAge: TimeSpan.FromTicks(1));

        Assert.Equal((1, 0), (queue.Tidy(), queue.Count));
    }

    [Fact]
    public void Oldest_FileIsInUse_SkipsItUntilItCanBeRead()
    {
        using var queue = Open();
        queue.Add(Signal.Traces, [1]);
        queue.Add(Signal.Logs, [2]);
        using (Use(Files().Order(StringComparer.Ordinal).First()))
        {
            Assert.Equal(2, queue.Oldest()!.Payload[0]);
            Assert.Equal((2, 2L), (queue.Count, queue.Bytes));
        }

        queue.Tidy();
        Assert.Equal([(Signal.Traces, 1), (Signal.Logs, 2)], Empty(queue));
    }

    [Fact]
    public void Oldest_FileIsGone_IsForgotten()
    {
        using var queue = Open();
        queue.Add(Signal.Traces, [1]);
        File.Delete(Files().Single());

        Assert.Null(queue.Oldest());
        Assert.Equal((0, 0L), (queue.Count, queue.Bytes));
    }

    [Fact]
    public void Dispose_RequestCannotBeRead_KeepsIt()
    {
        using (var queue = Open())
        {
            queue.Add(Signal.Traces, [1]);
            using var use = Use(Files().Single());
            queue.Oldest();
            queue.Dispose();
        }

        using var next = Open();
        Assert.Equal([(Signal.Traces, 1)], Empty(next));
    }

    [Fact]
    public void Disk_Created_IsForItsUserAlone()
    {
        using var queue = Open();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(Directory.GetDirectories(_directory.Path).Single()));
        }
    }

    [Fact]
    public void Open_DirectoryCannotBeCreated_ReturnsNull()
    {
        var file = Path.Combine(_directory.Path, "file");
        File.WriteAllText(file, string.Empty);

        Assert.Null(DiskRequestQueue.Open(Path.Combine(file, "below"), 1, TimeSpan.FromHours(1), out var problem));
        Assert.NotEmpty(problem!);
    }

    private static List<(Signal Signal, int First)> Empty(DiskRequestQueue queue)
    {
        var requests = new List<(Signal, int)>();
        while (queue.Oldest() is { } request)
        {
            requests.Add((request.Signal, request.Payload[0]));
            queue.Remove(request);
        }

        return requests;
    }

    private static FileStream Use(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.None);

    private string[] Files() => Directory.GetFiles(_directory.Path, "*.*s", SearchOption.AllDirectories);

    private DiskRequestQueue Open(long maxBytes = 1_000, TimeSpan? maxAge = null) =>
        DiskRequestQueue.Open(_directory.Path, maxBytes, maxAge ?? TimeSpan.FromHours(1), out _)!;
}
