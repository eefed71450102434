using Microsoft.Extensions.Logging;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>Sends the session events of the OpenTelemetry conventions as log records.</summary>
internal sealed class SessionEventLog(ILogger? logger)
{
    private static readonly EventId Start = new(1, SessionEvents.Start);
    private static readonly EventId End = new(2, SessionEvents.End);

    public bool IsEnabled =>
        logger is not null && Guard.Run(static sink => sink.IsEnabled(LogLevel.Information), logger, "asking for the level of logs");

    public void Started(string sessionId, string? previousId) =>
        Send(Start, SessionEvents.Start, sessionId, previousId == sessionId ? null : previousId);

    public void Ended(string sessionId) => Send(End, SessionEvents.End, sessionId, previousId: null);

    /// <summary>Exceptions of logging providers must not reach the app.</summary>
    private void Send(EventId id, string name, string sessionId, string? previousId)
    {
        if (logger is null)
            return;

#pragma warning disable CA1031 // See above.
        try
        {
            if (logger.IsEnabled(LogLevel.Information))
                logger.Log(LogLevel.Information, id, new SessionEventState(name, sessionId, previousId), null, Format);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("sending a session event", exception);
        }
#pragma warning restore CA1031
    }

    private static string Format(SessionEventState state, Exception? exception) => state.ToString();
}
