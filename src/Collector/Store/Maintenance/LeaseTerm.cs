namespace Tidemark.Collector.Store.Maintenance;

/// <summary>For how long a lease is held, by this collector's own clock, from the moment at which it was asked for.</summary>
internal sealed class LeaseTerm : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end;
    private long _until;

    /// <param name="time">The collector's clock.</param>
    /// <param name="asked">Timestamp of just before the lease was asked for.</param>
    /// <param name="length">Its length.</param>
    public LeaseTerm(TimeProvider time, long asked, TimeSpan length)
    {
        _time = time;
        _until = After(asked, length);
        _end = new CancellationTokenSource(Left, time);
    }

    /// <summary>Cancelled at its end.</summary>
    public CancellationToken End => _end.Token;

    private TimeSpan Left => _time.GetElapsedTime(_time.GetTimestamp(), Volatile.Read(ref _until)) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>It was renewed.</summary>
    /// <param name="asked">Timestamp of just before the renewal was asked for.</param>
    /// <param name="length">Its length from then on.</param>
    public void Extend(long asked, TimeSpan length)
    {
        Volatile.Write(ref _until, After(asked, length));
        _end.CancelAfter(Left);
    }

    /// <summary>For right before what only the holder may do: in a process that stood still, timers come late and in any order.</summary>
    /// <exception cref="OperationCanceledException">Another may hold it by now.</exception>
    public void ThrowIfOver()
    {
        if (Left == TimeSpan.Zero) throw new OperationCanceledException("The lease is over.");
    }

    public void Dispose() => _end.Dispose();

    private long After(long asked, TimeSpan length) => asked + (long)(length.TotalSeconds * _time.TimestampFrequency);
}
