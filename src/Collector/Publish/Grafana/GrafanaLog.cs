namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Event ids 3100 to 3199, of the range of Publish.</summary>
internal static partial class GrafanaLog
{
    [LoggerMessage(3100, LogLevel.Information, "This collector pushes to Grafana Live at {Url} now.")]
    public static partial void PushingStarted(this ILogger logger, string url);

    [LoggerMessage(
        3101, LogLevel.Warning, "Pushing to Grafana Live failed: {Reason} Retrying; success is logged. Nothing else waits for it.")]
    public static partial void PushingInterrupted(this ILogger logger, string reason);

    [LoggerMessage(3102, LogLevel.Information, "Pushing to Grafana Live resumed after {Failures} failures in {Seconds:0} s.")]
    public static partial void PushingResumed(this ILogger logger, int failures, double seconds);

    [LoggerMessage(
        3103, LogLevel.Warning, "Grafana Live refused {Events} events ({Reason}) while it takes numbers: they are left out there. The database has them.")]
    public static partial void EventsLeftOut(this ILogger logger, int events, string reason);

    [LoggerMessage(3104, LogLevel.Warning, "Pushing to Grafana Live stopped: {Reason} Trying again.")]
    public static partial void PushingFailed(this ILogger logger, string reason);
}
