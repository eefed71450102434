namespace Tidemark.Collector.Publish.Grafana;

/// <summary>Event ids 3100 to 3199, of the range of Publish.</summary>
internal static partial class GrafanaLog
{
    [LoggerMessage(3100, LogLevel.Information, "This collector now pushes to Grafana Live at {Url}.")]
    public static partial void PushingStarted(this ILogger logger, string url);

    [LoggerMessage(
        3101, LogLevel.Warning, "Pushing to Grafana Live failed: {Reason} Retrying; success will be logged. Nothing else is affected.")]
    public static partial void PushingInterrupted(this ILogger logger, string reason);

    [LoggerMessage(3102, LogLevel.Information, "Pushing to Grafana Live resumed after {Failures} failures in {Seconds:0} s.")]
    public static partial void PushingResumed(this ILogger logger, int failures, double seconds);

    [LoggerMessage(
        3103, LogLevel.Warning,
        "Grafana Live refused {Events} events ({Reason}) but accepts measurements: these events are not published there. The database has them.")]
    public static partial void EventsLeftOut(this ILogger logger, int events, string reason);

    [LoggerMessage(3104, LogLevel.Warning, "Pushing to Grafana Live stopped: {Reason} Retrying.")]
    public static partial void PushingFailed(this ILogger logger, string reason);
}
