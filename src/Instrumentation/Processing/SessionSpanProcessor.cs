using System.Diagnostics;
using OpenTelemetry;
using Tidemark.Instrumentation.AI;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Processing;

/// <summary>
/// Adds session, conversation, user, agent and workflow to spans started within a session, so that spans of instrumentation
/// without sessions are attributed as well.
/// </summary>
internal sealed class SessionSpanProcessor : BaseProcessor<Activity>
{
    private readonly RecordingRules _rules;
    private int _disposed;

    public SessionSpanProcessor(RecordingRules rules)
    {
        _rules = rules;
        RecordingRules.Enter(rules);
        SessionProcessors.AddSpans();
    }

    public override void OnStart(Activity data)
    {
        // Our own operations already have their identity.
        if (!SpanStarter.IsStarting(data))
            Guard.Run(static call => call.self.Stamp(call.data), (self: this, data), "stamping a span");
    }

    public override void OnEnd(Activity data)
    {
        // The exporters come after us; a failure here must not affect them.
        Guard.Run(static call => FunctionInvocationSpan.End(call.data, call.self._rules), (self: this, data), "measuring a tool run");
        Guard.Run(static call =>
        {
            FrameworkSessions.Restore(call);
            OtherInstrumentation.DropOrRelabel(call);
        }, data, "dropping or relabelling a span");
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            SessionProcessors.RemoveSpans();
            RecordingRules.Leave(_rules);
        }

        base.Dispose(disposing);
    }

    private void Stamp(Activity activity)
    {
        FunctionInvocationSpan.Begin(activity);
        var identity = CurrentIdentity.Find(activity.Parent);
        if (_rules.PropagatesSessions && identity.Session is null)
            identity = identity.Or(SessionBaggage.Read(activity));
        if (identity == default)
            return;

        FrameworkSessions.Override(activity, identity);
        IdentityTags.AddMissing(activity, identity);
        if (_rules.PropagatesSessions)
            SessionBaggage.Write(activity, identity);
    }
}
