using Microsoft.Extensions.Logging;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>
/// Reports undelivered requests to the app's log and the event source. The logger is resolved late: it may itself export through
/// <see cref="RequestDelivery"/>.
/// </summary>
internal sealed class DeliveryReport(Func<ILogger?> logger)
{
    private readonly Lazy<ILogger?> _logger = new(() => Guard.Run(static find => find(), logger, "finding the log"));

    private int _isAway;
    private int _hasFailed;

    /// <summary>Reported once per outage.</summary>
    public void Away(OtlpTarget? target, string? reason, string location)
    {
        if (Interlocked.Exchange(ref _isAway, 1) != 0)
            return;

        TidemarkEventSource.Log.Away(target?.Address.Authority ?? "nowhere", reason ?? string.Empty);
        Write(log => DeliveryLog.Away(log, target?.Address.GetLeftPart(UriPartial.Authority) ?? "nowhere", reason, location));
    }

    /// <summary>The queue is empty: everything was delivered or refused.</summary>
    public void CaughtUp(int requests)
    {
        Volatile.Write(ref _isAway, 0);
        Volatile.Write(ref _hasFailed, 0);
        if (requests > 0)
            Write(log => DeliveryLog.CaughtUp(log, requests));
    }

    /// <summary>Delivery itself failed. Reported once until the queue is empty again, as it may fail at each attempt.</summary>
    public void Failed(Exception exception, string location)
    {
        if (Interlocked.Exchange(ref _hasFailed, 1) != 0)
            return;

        TidemarkEventSource.Log.Failed("delivering telemetry", exception);
        Write(log => DeliveryLog.DeliveryFailed(log, exception, location));
    }

    public void Left(IRequestQueue queue)
    {
        if (queue.Count is > 0 and var requests)
            Write(log => DeliveryLog.Left(log, requests, queue.Bytes, queue.Location));
    }

    public void Refused(Signal signal, string? reason)
    {
        DeliveryMetrics.Lost(signal.Name(), "refused", 1);
        TidemarkEventSource.Log.Lost(1, $"the collector refused it ({reason})");
        Write(log => DeliveryLog.Refused(log, signal.Name(), reason));
    }

    public void Dropped(int requests)
    {
        if (requests == 0)
            return;

        DeliveryMetrics.Lost(null, "bound", requests);
        TidemarkEventSource.Log.Lost(requests, "it was too old or there was too much of it");
        Write(log => DeliveryLog.Dropped(log, requests));
    }

    /// <summary>The queue could not take a request, for example because the disk is full.</summary>
    public void NotStored(Signal signal, string reason, string location)
    {
        DeliveryMetrics.Lost(signal.Name(), "write_failed", 1);
        TidemarkEventSource.Log.Lost(1, $"it could not be kept ({reason})");
        Write(log => DeliveryLog.NotStored(log, signal.Name(), location, reason));
    }

    private void Write(Action<ILogger> message)
    {
        if (_logger.Value is { } log)
            Guard.Run(message, log, "logging about delivery");
    }
}
