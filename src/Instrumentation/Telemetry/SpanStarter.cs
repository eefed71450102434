using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Starts spans; a listener or sampler that throws costs the span, not the app.</summary>
internal static class SpanStarter
{
    public static Activity? Start(string name, ActivityKind kind, DateTimeOffset startTime)
    {
        var around = Activity.Current;
#pragma warning disable CA1031 // Listeners are others' code; a throw from them must not reach the app.
        try
        {
            return TidemarkSource.Activities.StartActivity(kind, startTime: startTime, name: name);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("starting a span", exception);
            if (!ReferenceEquals(Activity.Current, around))
                Activity.Current = around;
            return null;
        }
#pragma warning restore CA1031
    }
}
