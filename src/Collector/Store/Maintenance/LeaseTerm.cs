namespace Tidemark.Collector.Store.Maintenance;

/// <summary>The remaining time of a lease by this collector's clock, counted from when it was requested.</summary>
internal sealed class LeaseTerm : IDisposable
{
    private readonly TimeProvider _time;
    private readonly CancellationTokenSource _end;
    private long _until;

    /// <param name="time">The collector's clock.</param>
    /// <param name="asked">Timestamp just before the lease was requested.</param>
    /// <param name="length">Its length.</param>
    public LeaseTerm(TimeProvider time, long asked, TimeSpan length)
    {
        _time = time;
        _until = After(asked, length);
        _end = new CancellationTokenSource(Left, time);
    }

    /// <summary>Cancelled when the lease expires.</summary>
    public CancellationToken End => _end.Token;

    private TimeSpan Left => _time.GetElapsedTime(_time.GetTimestamp(), Volatile.Read(ref _until)) is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero;

    /// <summary>Records a renewal.</summary>
    /// <param name="asked">Timestamp just before the renewal was requested.</param>
    /// <param name="length">Its length from then on.</param>
    public void Extend(long asked, TimeSpan length)
    {
        Volatile.Write(ref _until, After(asked, length));
        _end.CancelAfter(Left);
    }

    /// <summary>Called just before work reserved for the holder: in a process that was suspended, timers fire late and in any order.</summary>
    /// <exception cref="OperationCanceledException">Another collector may hold it by now.</exception>
    public void ThrowIfOver()
    {
        if (Left == TimeSpan.Zero) throw new OperationCanceledException("The lease is over.");
    }

    public void Dispose() => _end.Dispose();

    private long After(long asked, TimeSpan length) => asked + (long)(length.TotalSeconds * _time.TimestampFrequency);
}
