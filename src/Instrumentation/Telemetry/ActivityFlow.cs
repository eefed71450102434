using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Keeps the current span right when spans are stopped out of order, which the runtime leaves to its callers.</summary>
internal static class ActivityFlow
{
    public static void Stop(Activity activity)
    {
        var current = Activity.Current;
        var isCurrent = ReferenceEquals(current, activity);
        var hasLeft = false;
        try
        {
            activity.Stop();
            hasLeft = true;
        }
        finally
        {
            var parent = activity.Parent;
            var next = isCurrent ? parent : current;
            while (next is { IsStopped: true })
                next = next.Parent;

            // The runtime goes from a span to its parent by itself, unless a listener that throws has kept it from that.
            if (!hasLeft || !isCurrent || !ReferenceEquals(next, parent))
                Activity.Current = next;
        }
    }
}
