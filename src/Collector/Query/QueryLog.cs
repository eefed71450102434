namespace Tidemark.Collector.Query;

/// <summary>Event ids 5000 to 5999.</summary>
internal static partial class QueryLog
{
    [LoggerMessage(5000, LogLevel.Error, "Request to {Path} failed.")]
    public static partial void RequestFailed(this ILogger logger, string path, Exception exception);
}
