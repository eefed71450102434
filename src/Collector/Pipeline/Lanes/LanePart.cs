using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>What one request has in one lane, waiting for its commit.</summary>
/// <param name="Received">The part's share of the ledger as it came in; stored and duplicate are found out at the commit.</param>
internal sealed record LanePart(IReadOnlyList<Operation> Operations, IReadOnlyList<SessionSignal> Signals, LedgerDelta Received)
{
    // Without this option the lane's loop would run the requests' continuations itself.
    private readonly TaskCompletionSource<PartResult> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task<PartResult> Done => _done.Task;

    public void Complete(PartResult result) => _done.TrySetResult(result);
}
