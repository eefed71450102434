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

    public void Started(string sessionId, string? previousId)
    {
        if (IsEnabled)
            Send(Start, new SessionEventState(SessionEvents.Start, sessionId, previousId == sessionId ? null : previousId));
    }

    public void Ended(string sessionId)
    {
        if (IsEnabled)
            Send(End, new SessionEventState(SessionEvents.End, sessionId, previousId: null));
    }

    /// <summary>Logging providers are the app's or others': what they throw must not reach the app.</summary>
    private void Send(EventId id, SessionEventState state) => Guard.Run(
        static call => call.logger.Log(LogLevel.Information, call.id, call.state, null, Format),
        (logger: logger!, id, state),
        "sending a session event");

    private static string Format(SessionEventState state, Exception? exception) => state.ToString();
}
