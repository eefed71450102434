using System.Collections.Frozen;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Model.Traces;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>One request's items for one lane, waiting for their commit.</summary>
internal sealed record LanePart
{
    // Without this option the lane's loop would run the continuations of requests.
    private readonly TaskCompletionSource<PartResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Operation> Operations { get; init; } = [];

    public IReadOnlyList<SessionNotice> Notices { get; init; } = [];

    /// <summary>Spans that are not operations but may be needed later.</summary>
    public IReadOnlyList<KeptFact> Facts { get; init; } = [];

    /// <summary>The request's part of each trace.</summary>
    public IReadOnlyDictionary<TraceId, TraceShare> Traces { get; init; } = FrozenDictionary<TraceId, TraceShare>.Empty;

    /// <summary>Unrecognised items; in one part of the request only.</summary>
    public IReadOnlyList<IgnoredScope> Ignored { get; init; } = [];

    public IReadOnlyList<MetricPoint> Metrics { get; init; } = [];

    /// <summary>Claims whose rows the lane writes; null = those of its own operations.</summary>
    public IReadOnlyList<TraceClaim>? Claims { get; init; }

    /// <summary>
    /// The part's share of the ledger as received. What happens to operations and events is determined at the commit; <c>stored</c>
    /// counts the notices, which are always stored.
    /// </summary>
    public required LedgerDelta Received { get; init; }

    /// <summary>The request of the part; null = the part is independent.</summary>
    public Submission? Submission { get; init; }

    public int Count => Operations.Count + Notices.Count + Facts.Count + Metrics.Count;

    /// <summary>Number of items that can be stored or rejected individually.</summary>
    public int Items => Count + Ignored.Count;

    public Task<PartResult> Done => _done.Task;

    /// <summary>False if the request was withdrawn, and the part must not be committed.</summary>
    public bool TryBegin() => Submission?.TryBegin() ?? true;

    public void Complete(PartResult result)
    {
        if (!result.Committed) Submission?.Fail();
        _done.TrySetResult(result);
    }
}
