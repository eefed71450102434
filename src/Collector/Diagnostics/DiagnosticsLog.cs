namespace Tidemark.Collector.Diagnostics;

/// <summary>Event ids 6000 to 6999.</summary>
internal static partial class DiagnosticsLog
{
    [LoggerMessage(6000, LogLevel.Debug, "The collector's own metrics were not stored: {Reason}")]
    public static partial void OwnMetricsNotStored(this ILogger logger, string reason);
}
