using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Whether one report's time lies in another's. Clocks of one process are compared to a few milliseconds, of two to a second.</summary>
internal static class CallTime
{
    /// <summary>The most that the clocks of two services are taken to differ.</summary>
    public static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    /// <summary>The most that they may differ where calls which an id joins show by how much.</summary>
    public static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    /// <summary>The most that two readings of one clock are taken to differ.</summary>
    public static readonly TimeSpan Within = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan After = TimeSpan.FromSeconds(10);

    /// <param name="apart">By how much the clocks of two services may differ; zero = as if one clock had measured both.</param>
    public static bool Contains(Operation outer, Operation inner, TimeSpan apart)
    {
        var slack = apart == TimeSpan.Zero || outer.Series.Service == inner.Series.Service ? Within : apart;
        return inner.Key.StartedAt >= outer.Key.StartedAt - slack && inner.EndedAt <= outer.EndedAt + slack;
    }

    /// <summary>The reports overlap, or one follows the other within seconds: events and answers' ids are written once a call is over.</summary>
    public static bool Touch(Operation one, Operation other) =>
        one.Key.StartedAt <= other.EndedAt + After && other.Key.StartedAt <= one.EndedAt + After;

    /// <summary>The inner report begins in the outer's time; its end may be that of a stream which outlives the call.</summary>
    public static bool BeginsIn(Operation outer, Operation inner) =>
        inner.Key.StartedAt >= outer.Key.StartedAt - Between && inner.Key.StartedAt <= outer.EndedAt + Between;
}
