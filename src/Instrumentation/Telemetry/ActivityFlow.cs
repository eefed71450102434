using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Keeps the current span right when spans are stopped out of order, which the runtime leaves to its callers.</summary>
internal static class ActivityFlow
{
    public static void Stop(Activity activity)
    {
        var current = Activity.Current;
        try
        {
            activity.Stop();
        }
        finally
        {
            // A listener that throws has kept the runtime from leaving the span.
            var next = ReferenceEquals(current, activity) ? Activity.Current : current;
            while (next is { IsStopped: true })
                next = next.Parent;
            if (!ReferenceEquals(Activity.Current, next))
                Activity.Current = next;
        }
    }
}
