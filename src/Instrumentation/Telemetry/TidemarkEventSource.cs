using System.Diagnostics.Tracing;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>
/// Reports the library's own failures, as it never throws into the app. Read it with <c>dotnet-trace</c> or an <see cref="EventListener"/>.
/// </summary>
[EventSource(Name = "Tidemark-Instrumentation")]
internal sealed class TidemarkEventSource : EventSource
{
    public static readonly TidemarkEventSource Log = new();

    private TidemarkEventSource()
    {
    }

    [NonEvent]
    public void Failed(string what, Exception exception)
    {
        if (IsEnabled(EventLevel.Error, EventKeywords.All))
            Failed(what, exception.GetType().FullName ?? string.Empty, exception.StackTrace ?? string.Empty);
    }

    [Event(1, Level = EventLevel.Error, Message = "{0} failed with {1}; the app was not disturbed. {2}")]
    public void Failed(string what, string exceptionType, string stackTrace) => WriteEvent(1, what, exceptionType, stackTrace);

    [Event(
        2, Level = EventLevel.Warning, Version = 1,
        Message = "Undelivered telemetry cannot be kept on disk: the directory {0} cannot be used ({1}). It is kept in memory.")]
    public void NoRetryDirectory(string path, string reason) => WriteEvent(2, path, reason);

    [Event(3, Level = EventLevel.Warning, Message = "Telemetry cannot be delivered to {0} ({1}); it waits.")]
    public void Away(string endpoint, string reason) => WriteEvent(3, endpoint, reason);

    [Event(4, Level = EventLevel.Error, Message = "{0} requests of telemetry were lost: {1}.")]
    public void Lost(int requests, string reason) => WriteEvent(4, requests, reason);

    [Event(5, Level = EventLevel.Error, Message = "Nothing is exported: {0}")]
    public void NothingExported(string problems) => WriteEvent(5, problems);
}
