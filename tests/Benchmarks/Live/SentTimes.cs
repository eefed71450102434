namespace Tidemark.Benchmarks.Live;

/// <summary>When the request of each event was begun to be sent. An event is known by its session's number.</summary>
internal sealed class SentTimes(int events)
{
    public const string Prefix = "live-";

    private readonly long[] _times = new long[events];

    public int Count => _times.Length;

    public long this[int number]
    {
        get => Volatile.Read(ref _times[number]);
        set => Volatile.Write(ref _times[number], value);
    }
}
