using Microsoft.Extensions.Logging;
using Tidemark.Conventions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Sessions;

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

    /// <summary>Logging providers are the app's or others': what they throw must not reach the app.</summary>
    private void Send(EventId id, SessionEventState state)
    {
        if (IsEnabled)
            Guard.Run(static call => call.logger.Log(LogLevel.Information, call.id, call.state, null, Format), (logger: logger!, id, state), "sending a session event");
    }

    private static string Format(SessionEventState state, Exception? exception) => state.ToString();
}
