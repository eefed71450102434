namespace Tidemark.Collector.Receive;

/// <summary>What Receive has to say. Ids 1000 to 1099.</summary>
internal static partial class ReceiveLog
{
    [LoggerMessage(1000, LogLevel.Error, "A request to {Path} failed; its sender was told to send it again")]
    public static partial void RequestFailed(ILogger logger, Exception exception, string path);

    [LoggerMessage(1001, LogLevel.Debug, "A request to {Path} was refused: {Status} {Message}")]
    public static partial void RequestRefused(ILogger logger, string path, int status, string message);
}
