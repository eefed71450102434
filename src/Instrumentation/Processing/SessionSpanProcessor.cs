using System.Diagnostics;
using OpenTelemetry;
using Tidemark.Instrumentation.Recording;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Processing;

/// <summary>
/// Stamps session, conversation, user, agent and workflow on every span that starts inside a session, so that instrumentation
/// that knows nothing of sessions is attributed.
/// </summary>
internal sealed class SessionSpanProcessor : BaseProcessor<Activity>
{
    private readonly bool _usesBaggage;
    private int _disposed;

    public SessionSpanProcessor(RecordingRules rules)
    {
        _usesBaggage = rules.PropagatesSessions;
        Stamps.Add();
    }

    public override void OnStart(Activity data)
    {
        // Our own operations carry their identity already.
        if (!ReferenceEquals(data.Source, TidemarkSource.Activities))
            Guard.Run(static call => call.self.Stamp(call.data), (self: this, data), "stamping a span");
    }

    protected override void Dispose(bool disposing)
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0)
            Stamps.Remove();
        base.Dispose(disposing);
    }

    private void Stamp(Activity activity)
    {
        var identity = CurrentIdentity.Find(activity.Parent);
        if (_usesBaggage && identity.Session is null)
            identity = identity.Or(SessionBaggage.Read(activity));
        if (identity == default)
            return;

        IdentityTags.AddMissing(activity, identity);
        if (_usesBaggage)
            SessionBaggage.Write(activity, identity);
    }
}
