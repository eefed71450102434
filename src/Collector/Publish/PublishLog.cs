namespace Tidemark.Collector.Publish;

/// <summary>Event ids 3000 to 3999.</summary>
internal static partial class PublishLog
{
    [LoggerMessage(3000, LogLevel.Warning, "Live event stream interrupted: {Reason} Subscribers stay connected and miss nothing; retrying.")]
    public static partial void TailInterrupted(this ILogger logger, string reason);

    [LoggerMessage(3001, LogLevel.Information, "Live event stream resumed.")]
    public static partial void TailResumed(this ILogger logger);

    [LoggerMessage(
        3002, LogLevel.Information,
        "A live subscriber was disconnected because it was too slow: {Waiting} events were pending. It can resume from its last event.")]
    public static partial void SubscriberCutOff(this ILogger logger, int waiting);

    [LoggerMessage(3003, LogLevel.Warning, "Reading the current numbers failed: {Reason} Retrying.")]
    public static partial void WindowsInterrupted(this ILogger logger, string reason);
}
