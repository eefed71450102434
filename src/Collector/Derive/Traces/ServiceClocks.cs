using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>
/// Differences between the clocks of services, estimated from calls that share an id: one report lies within the other, so the
/// difference lies between that of their starts and that of their ends.
/// </summary>
internal sealed class ServiceClocks
{
    /// <summary>For services whose calls share no ids.</summary>
    public static readonly ServiceClocks Unknown = new();

    private readonly Dictionary<(string Outer, string Inner), (TimeSpan Least, TimeSpan Most)> _ahead = [];

    private ServiceClocks()
    {
    }

    /// <summary>The largest difference between two clocks, known or assumed.</summary>
    public TimeSpan Most { get; private set; } = CallTime.Between;

    /// <param name="graph">The graph with the mirrors found so far.</param>
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

    /// <summary>Whether the inner report can lie within the outer one; null = nothing is known about their clocks.</summary>
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
