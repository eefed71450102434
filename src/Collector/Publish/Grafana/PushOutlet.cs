using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Serialises pushes to Grafana: one at a time, with a pause after each failure that doubles, and one log message per outage and reason.</summary>
internal sealed class PushOutlet(PushClient client, GrafanaOptions options, PublishMetrics metrics, TimeProvider time, ILogger<PushOutlet> logger) : IDisposable
{
    // Further reasons of the same outage are not logged.
    private const int MostReasons = 8;

    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<string> _logged = new(StringComparer.Ordinal);
    private long _interruptedAt;
    private long _restUntil;

    /// <summary>Failures since the last accepted push.</summary>
    public int Failures { get; private set; }

    /// <summary>Number of accepted pushes.</summary>
    public long Taken { get; private set; }

    /// <summary>The lease for pushing; null = none is needed.</summary>
    public LeaseTerm? Term { get; set; }

    /// <summary>Remaining pause after a failure.</summary>
    public TimeSpan Rest =>
        Failures == 0 ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Max(0, time.GetElapsedTime(time.GetTimestamp(), Volatile.Read(ref _restUntil)).Ticks));

    /// <summary>How long Grafana has not accepted pushes.</summary>
    public TimeSpan InterruptedFor => Failures == 0 ? TimeSpan.Zero : time.GetElapsedTime(Volatile.Read(ref _interruptedAt));

    /// <summary>Tries once, unless paused.</summary>
    /// <exception cref="OperationCanceledException">The collector is stopping, or no longer holds the lease.</exception>
    public async Task<PushResult> TryPushAsync(string lines, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            // Another push has failed in the meantime.
            if (Rest > TimeSpan.Zero) return PushResult.Resting;
            Term?.ThrowIfOver();
            var result = await client.PushAsync(lines, cancellationToken);
            metrics.Pushed(result.IsTaken);
            if (result.IsTaken) Succeed();
            else Fail(result.Reason!);
            return result;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private void Succeed()
    {
        if (Failures > 0) logger.PushingResumed(Failures, InterruptedFor.TotalSeconds);
        Failures = 0;
        Taken++;
    }

    private void Fail(string reason)
    {
        if (Failures == 0)
        {
            Volatile.Write(ref _interruptedAt, time.GetTimestamp());
            _logged.Clear();
        }

        // A wrong token after a slow start would otherwise never be logged.
        if (_logged.Count < MostReasons && _logged.Add(reason)) logger.PushingInterrupted(reason);

        // 2^16 times the minimum exceeds any permitted maximum.
        var pause = Math.Min(options.MinBackoff.Ticks * (1L << Math.Min(Failures, 16)), options.MaxBackoff.Ticks);
        Failures++;
        Volatile.Write(ref _restUntil, time.GetTimestamp() + (long)(TimeSpan.FromTicks(pause).TotalSeconds * time.TimestampFrequency));
    }
}
