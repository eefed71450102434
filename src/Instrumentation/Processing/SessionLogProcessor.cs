using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Logs;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Processing;

/// <summary>Adds session, conversation, user, agent and workflow to log records written within a session.</summary>
internal sealed class SessionLogProcessor : BaseProcessor<LogRecord>
{
    private int _disposed;

    public SessionLogProcessor() => SessionProcessors.Add();

    public override void OnEnd(LogRecord data) => Guard.Run(Stamp, data, "stamping a log record");

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            SessionProcessors.Remove();
        base.Dispose(disposing);
    }

    private static void Stamp(LogRecord record)
    {
        // A session's own events belong to the session that they name, not to a surrounding one.
        if (record.CategoryName == TidemarkSource.Name)
            return;

        var identity = CurrentIdentity.Find(Activity.Current);
        if (identity != default)
            record.Attributes = IdentityTags.Join(record.Attributes, identity);
    }
}
