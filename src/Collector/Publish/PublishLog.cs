namespace Tidemark.Collector.Publish;

/// <summary>Event ids 3000 to 3999.</summary>
internal static partial class PublishLog
{
    [LoggerMessage(3000, LogLevel.Warning, "Live events stopped: {Reason} Subscribers stay connected and miss nothing; trying again.")]
    public static partial void TailInterrupted(this ILogger logger, string reason);

    [LoggerMessage(3001, LogLevel.Information, "Live event stream resumed.")]
    public static partial void TailResumed(this ILogger logger);

    [LoggerMessage(3002, LogLevel.Information, "A live subscriber was cut off: {Waiting} events waited for it. It may resume where it was.")]
    public static partial void SubscriberCutOff(this ILogger logger, int waiting);

    [LoggerMessage(3003, LogLevel.Warning, "The current numbers cannot be read: {Reason} Trying again.")]
    public static partial void WindowsInterrupted(this ILogger logger, string reason);
}
