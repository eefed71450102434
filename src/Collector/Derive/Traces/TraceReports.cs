using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>All reports of some related traces, as reported.</summary>
internal sealed record TraceReports
{
    /// <summary>Reported operations, in any order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>Spans that are not operations, in any order.</summary>
    public IReadOnlyList<TraceFact> Facts { get; init; } = [];

    /// <summary>Waits by trace; a trace that is missing here waits for everything.</summary>
    public IReadOnlyDictionary<TraceId, TraceWaits> Waits { get; init; } = new Dictionary<TraceId, TraceWaits>();
}
