namespace Tidemark.Collector.Hosting.Http2;

/// <summary>
/// Limits the frames without telemetry that one HTTP/2 connection may send in ten seconds: resets, pings, settings, priorities,
/// empty data, pointless window updates. They cost the client next to nothing; a flood of them is an attack.
/// </summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9113#section-10.5</remarks>
internal sealed class ControlFrameBudget(int limit, TimeProvider time)
{
    private const byte Data = 0;
    private const byte Headers = 1;
    private const byte Ping = 6;
    private const uint MostIncrement = 1 << 24;
    private const byte Continuation = 9;
    private const byte EndStream = 1;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private int _used;
    private int _pingsEarned;
    private long _since;

    /// <summary>Returns false if the connection exceeds the limit.</summary>
    public bool Take(byte type, byte flags, int length)
    {
        switch (type)
        {
            case Headers:
                // gRPC clients measure bandwidth with a ping per response.
                if (_pingsEarned < limit) _pingsEarned++;
                return true;
            case Ping when _pingsEarned > 0:
                _pingsEarned--;
                return true;
            // Continuations count as headers, which have their own limit.
            case Data when length > 0 || (flags & EndStream) != 0:
            case Continuation:
                return true;
            default:
                return Take();
        }
    }

    /// <summary>
    /// Window updates need no answer, except those for which the server must reset their stream: an increment of zero, or one beyond the maximum window
    /// size. Returns false if the connection exceeds the limit.
    /// </summary>
    /// <remarks>https://www.rfc-editor.org/rfc/rfc9113#section-6.9</remarks>
    public bool TakeIncrement(uint increment) => increment is > 0 and <= MostIncrement || Take();

    // Reads the clock once per interval or budget, not per frame.
    private bool Take()
    {
        if (_used == 0) _since = time.GetTimestamp();
        if (++_used <= limit) return true;
        if (time.GetElapsedTime(_since) < Interval) return false;
        _used = 1;
        _since = time.GetTimestamp();
        return true;
    }
}
