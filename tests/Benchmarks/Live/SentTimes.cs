namespace Tidemark.Benchmarks.Live;

/// <summary>The start of sending of each event's request. Events are identified by their session's number.</summary>
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
