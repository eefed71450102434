using System.Collections.Frozen;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>What one request has in one lane, waiting for its commit.</summary>
internal sealed record LanePart
{
    // Without this option the lane's loop would run the requests' continuations itself.
    private readonly TaskCompletionSource<PartResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<Operation> Operations { get; init; } = [];

    public IReadOnlyList<SessionSignal> Signals { get; init; } = [];

    /// <summary>Spans that are no operations, as far as they may be of use later.</summary>
    public IReadOnlyList<KeptFact> Facts { get; init; } = [];

    /// <summary>What the whole request holds of each trace.</summary>
    public IReadOnlyDictionary<TraceId, TraceShare> Traces { get; init; } = FrozenDictionary<TraceId, TraceShare>.Empty;

    /// <summary>What no rule knew; in one part of the request.</summary>
    public IReadOnlyList<IgnoredScope> Ignored { get; init; } = [];

    public IReadOnlyList<MetricPoint> Metrics { get; init; } = [];

    /// <summary>
    /// The part's share of the ledger as it came in. What becomes of operations and events is found out at the commit;
    /// stored holds the signals, which always are.
    /// </summary>
    public required LedgerDelta Received { get; init; }

    /// <summary>The request that the part belongs to; null = it stands for itself.</summary>
    public Submission? Submission { get; init; }

    public int Count => Operations.Count + Signals.Count + Facts.Count + Metrics.Count;

    /// <summary>Everything that can be stored, or not, on its own.</summary>
    public int Items => Count + Ignored.Count;

    public Task<PartResult> Done => _done.Task;

    /// <summary>False: the request was given up, and the part is not to be committed.</summary>
    public bool TryBegin() => Submission?.TryBegin() ?? true;

    public void Complete(PartResult result)
    {
        if (!result.Committed) Submission?.Fail();
        _done.TrySetResult(result);
    }
}
