namespace Tidemark.Collector.Receive;

/// <summary>Log messages of Receive. Event ids 1000 to 1099.</summary>
internal static partial class ReceiveLog
{
    [LoggerMessage(1000, LogLevel.Error, "A request to {Path} failed; its sender was asked to retry")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string path);

    [LoggerMessage(1001, LogLevel.Debug, "A request to {Path} was refused: {Status} {Message}")]
    public static partial void RequestRefused(ILogger logger, string path, int status, string message);

    [LoggerMessage(
        1002, LogLevel.Warning, "Refused {Count} request(s) to {Path} from '{Source}' permanently: {Status} {Reason}. Reported at most once a minute")]
    public static partial void RequestsRefused(ILogger logger, long count, string path, string source, int status, string reason);

    [LoggerMessage(1003, LogLevel.Warning, "Rejected {Count} item(s) of accepted requests to {Path} from '{Source}': {Reason}. Reported at most once a minute")]
    public static partial void ItemsRejected(ILogger logger, long count, string path, string source, string reason);

    [LoggerMessage(1005, LogLevel.Warning, "Refused {Count} connection(s) to the wrong port: {Reason} Reported at most once a minute")]
    public static partial void RequestsMisdirected(ILogger logger, long count, string reason);

    [LoggerMessage(1004, LogLevel.Warning, "Asked the senders of {Count} request(s) to retry, cause {Cause}: {Reason} Reported at most once a minute")]
    public static partial void RequestsPostponed(ILogger logger, long count, string cause, string reason);
}
