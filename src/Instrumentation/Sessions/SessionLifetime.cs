using System.Diagnostics;
using Tidemark.Instrumentation.Metrics;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Sessions;

/// <summary>Counts a session as active until it is ended, or garbage-collected.</summary>
internal sealed class SessionLifetime : IDisposable
{
    private readonly Identity _identity;
    private readonly long _startTimestamp = Stopwatch.GetTimestamp();

    private SessionLifetime(in Identity identity) => _identity = identity;

    ~SessionLifetime() => Guard.Run(static self => SessionMetrics.RecordAbandoned(self._identity), this, "counting an abandoned session");

    /// <summary>Returns null without listeners, so that the count stays balanced if one is added later.</summary>
    public static SessionLifetime? Begin(in Identity identity) =>
        SessionMetrics.IsEnabled ? Guard.Run(static of => Count(of), identity, "counting a session") : null;

    /// <summary>Counts the session as ended; the scope calls it once.</summary>
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        SessionMetrics.RecordEnded(_identity, Clock.SecondsSince(_startTimestamp));
    }

    private static SessionLifetime Count(in Identity identity)
    {
        SessionMetrics.RecordStarted(identity);
        return new SessionLifetime(identity);
    }
}
