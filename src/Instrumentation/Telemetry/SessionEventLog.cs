using Microsoft.Extensions.Logging;
using Tidemark.Conventions;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Sends the session events of the OpenTelemetry conventions as log records.</summary>
internal sealed class SessionEventLog(ILogger? logger)
{
    private static readonly EventId Start = new(1, SessionEvents.Start);
    private static readonly EventId End = new(2, SessionEvents.End);

    public bool IsEnabled => logger is not null && logger.IsEnabled(LogLevel.Information);

    public void Started(string sessionId, string? previousId)
    {
        if (previousId == sessionId)
            previousId = null;
        Send(Start, new SessionEventState(SessionEvents.Start, sessionId, previousId));
    }

    public void Ended(string sessionId) => Send(End, new SessionEventState(SessionEvents.End, sessionId, null));

    private void Send(EventId id, SessionEventState state)
    {
        if (IsEnabled)
            logger!.Log(LogLevel.Information, id, state, null, static (s, _) => s.ToString());
    }
}
