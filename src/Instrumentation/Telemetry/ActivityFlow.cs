using System.Diagnostics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>Restores the current span when spans are stopped out of order, which the runtime does not handle.</summary>
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

            // The runtime sets the parent as current itself, unless a listener's exception prevented it.
            if (!hasLeft || !isCurrent || !ReferenceEquals(next, parent))
                Activity.Current = next;
        }
    }
}
