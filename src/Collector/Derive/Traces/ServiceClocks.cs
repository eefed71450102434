using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// By how much the clocks of two services differ, as far as calls show that an id joins: one report's time lies in the other's, so the
/// difference lies between that of their starts and that of their ends.
/// </summary>
internal sealed class ServiceClocks
{
    /// <summary>Of services that no id joins.</summary>
    public static readonly ServiceClocks Unknown = new();

    private readonly Dictionary<(string Outer, string Inner), (TimeSpan Least, TimeSpan Most)> _ahead = [];

    private ServiceClocks()
    {
    }

    /// <summary>The most that two clocks differ, or may differ where nothing is known of them.</summary>
    public TimeSpan Most { get; private set; } = CallTime.Between;

    /// <param name="graph">Its mirrors so far.</param>
    public static ServiceClocks Of(TraceGraph graph)
    {
        var clocks = new ServiceClocks();
        foreach (var node in graph.Nodes)
        {
            if (!node.IsMirror || node.Reported.Series.Service == node.Counted.Reported.Series.Service) continue;
            var isOuter = node.Reported.Duration >= node.Counted.Reported.Duration;
            clocks.See(isOuter ? node.Reported : node.Counted.Reported, isOuter ? node.Counted.Reported : node.Reported);
        }

        return clocks;
    }

    /// <summary>Whether the inner report can lie in the outer one's time; null = nothing is known of their clocks.</summary>
    public bool? MayContain(Operation outer, Operation inner)
    {
        if (_ahead.Count == 0 || !_ahead.TryGetValue((outer.Series.Service, inner.Series.Service), out var known)) return null;
        var (least, most) = Between(outer, inner);
        return Later(least, known.Least) <= Sooner(most, known.Most) + CallTime.Within;
    }

    private void See(Operation outer, Operation inner)
    {
        var (least, most) = Between(outer, inner);
        if (least > most || least > CallTime.Apart || most < -CallTime.Apart) return;
        var key = (outer.Series.Service, inner.Series.Service);
        _ahead[key] = _ahead.TryGetValue(key, out var known) ? (Later(least, known.Least), Sooner(most, known.Most)) : (least, most);
        Most = Later(Most, Later(Sooner(most, CallTime.Apart), -least));
    }

    private static (TimeSpan Least, TimeSpan Most) Between(Operation outer, Operation inner) =>
        (outer.Key.StartedAt - inner.Key.StartedAt, outer.EndedAt - inner.EndedAt);

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static TimeSpan Sooner(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
