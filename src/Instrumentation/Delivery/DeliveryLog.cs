using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Delivery;

/// <summary>Log messages about the delivery of telemetry.</summary>
internal static partial class DeliveryLog
{
    [LoggerMessage(1, LogLevel.Error, "Tidemark does not export {Signals}: {Problems}")]
    public static partial void NothingExported(ILogger logger, string signals, string problems);

    [LoggerMessage(
        2, LogLevel.Warning, "Telemetry cannot be delivered to {Endpoint} ({Reason}); it is kept {Location} and resent when the collector is available")]
    public static partial void Away(ILogger logger, string endpoint, string? reason, string location);

    [LoggerMessage(3, LogLevel.Information, "Pending telemetry has been delivered: {Requests} requests")]
    public static partial void CaughtUp(ILogger logger, int requests);

    [LoggerMessage(4, LogLevel.Warning, "{Requests} requests of telemetry ({Bytes} bytes) are kept {Location} for the app's next run")]
    public static partial void Left(ILogger logger, int requests, long bytes, string location);

    [LoggerMessage(5, LogLevel.Error, "The collector rejected a request of {Signal} ({Reason}); its data is lost")]
    public static partial void Refused(ILogger logger, string signal, string? reason);

    [LoggerMessage(6, LogLevel.Error, "{Requests} requests of telemetry were dropped: too old, or over the limit of bytes (MaxWaitingAge, MaxWaitingBytes)")]
    public static partial void Dropped(ILogger logger, int requests);

    [LoggerMessage(
        7, LogLevel.Information,
        "The app's own OTLP exporter sends {Signal} to {Endpoint}; Tidemark does not export them. Data that this exporter cannot deliver is not kept on disk")]
    public static partial void LeftToTheApp(ILogger logger, string signal, string endpoint);

    [LoggerMessage(
        8, LogLevel.Warning,
        "Undelivered telemetry cannot be kept on disk: the directory {Path} cannot be used ({Reason}). It is kept in memory and lost when the app ends")]
    public static partial void NoRetryDirectory(ILogger logger, string path, string reason);

    [LoggerMessage(
        9, LogLevel.Warning,
        "{Providers} tracer providers in this process record Tidemark's spans: each may export them. Use AddTidemark() or WithTidemark() once, and no provider "
            + "of its own beside them")]
    public static partial void SeveralProviders(ILogger logger, int providers);

    [LoggerMessage(10, LogLevel.Warning, "Setting {Setting} is invalid; accepted values: {Accepted}")]
    public static partial void BadSetting(ILogger logger, string setting, string accepted);

    [LoggerMessage(11, LogLevel.Error, "Delivery of telemetry failed unexpectedly; undelivered requests are kept {Location}, and delivery is retried")]
    public static partial void DeliveryFailed(ILogger logger, Exception exception, string location);

    [LoggerMessage(12, LogLevel.Error, "An undelivered request of {Signal} could not be kept {Location} ({Reason}); its data is lost")]
    public static partial void NotStored(ILogger logger, string signal, string location, string reason);
}
