namespace Tidemark.Collector.Hosting;

/// <summary>Event ids 7000 to 7999.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(7000, LogLevel.Information, "{Purpose} on {EndPoint}")]
    public static partial void Listening(ILogger logger, string purpose, string endPoint);

    [LoggerMessage(7001, LogLevel.Information, "{Purpose}: off")]
    public static partial void ListenerOff(ILogger logger, string purpose);

    [LoggerMessage(7002, LogLevel.Information, "Stopping: no new requests are taken, and what was accepted is committed")]
    public static partial void Stopping(ILogger logger);
}
