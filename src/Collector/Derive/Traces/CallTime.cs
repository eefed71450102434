using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Compares the times of two reports: clocks of one process to a few milliseconds, those of two services to a second.</summary>
internal static class CallTime
{
    /// <summary>Assumed maximum difference between the clocks of two services.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>Maximum difference if calls that share an id show how far two clocks are apart.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>Assumed maximum difference between two readings of one clock.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan After = TimeSpan.FromSeconds(10);

    /// <param name="apart">Possible difference between the clocks of the two services; zero = one clock.</param>
    public static bool Contains(Operation outer, Operation inner, TimeSpan apart)
    {
        var slack = apart == TimeSpan.Zero || outer.Series.Service == inner.Series.Service ? Within : apart;
        return inner.Key.StartedAt >= outer.Key.StartedAt - slack && inner.EndedAt <= outer.EndedAt + slack;
    }

    /// <summary>The reports overlap, or follow each other within seconds: log events and response ids are written once a call is over.</summary>
    public static bool Touch(Operation one, Operation other) =>
        one.Key.StartedAt <= other.EndedAt + After && other.Key.StartedAt <= one.EndedAt + After;

    /// <summary>The inner report starts within the outer one; it may end later, if its stream outlives the call.</summary>
    public static bool BeginsIn(Operation outer, Operation inner) =>
        inner.Key.StartedAt >= outer.Key.StartedAt - Between && inner.Key.StartedAt <= outer.EndedAt + Between;
}
