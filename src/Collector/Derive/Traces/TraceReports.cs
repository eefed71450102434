using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Everything reported of some related traces, as it was reported.</summary>
internal sealed record TraceReports
{
    /// <summary>In any order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>Spans that are no operations; in any order.</summary>
    public IReadOnlyList<TraceFact> Facts { get; init; } = [];

    /// <summary>By trace; a trace that is missing waits for everything.</summary>
    public IReadOnlyDictionary<TraceId, TraceWaits> Waits { get; init; } = new Dictionary<TraceId, TraceWaits>();
}
