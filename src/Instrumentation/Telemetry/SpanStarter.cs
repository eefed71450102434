using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Starts spans; an exception of a listener or sampler loses the span, but does not reach the app.</summary>
internal static class SpanStarter
{
    [ThreadStatic]
    private static bool _isStarting;

    public static Activity? Start(string name, ActivityKind kind, DateTimeOffset startTime)
    {
        var around = Activity.Current;
#pragma warning disable CA1031 // Exceptions of listeners must not reach the app.
        try
        {
            _isStarting = true;
            return TidemarkSource.Activities.StartActivity(kind, startTime: startTime, name: name);
        }
        catch (Exception exception)
        {
            TidemarkEventSource.Log.Failed("starting a span", exception);
            if (!ReferenceEquals(Activity.Current, around))
                Activity.Current = around;
            return null;
        }
        finally
        {
            _isStarting = false;
        }
#pragma warning restore CA1031
    }

    /// <summary>
    /// Whether a span that is being started is an operation of ours. Its source alone is not sufficient: code inside an agent's span may
    /// record with that span's source, as a function-invoking chat client does.
    /// </summary>
    public static bool IsStarting(Activity activity) => _isStarting && ReferenceEquals(activity.Source, TidemarkSource.Activities);
}
