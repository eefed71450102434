using System.Threading.Channels;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>
/// One bounded queue and one database connection. Commits everything queued as soon as the previous commit is done; without a timer,
/// latency is low when idle and batches are large under load.
/// </summary>
internal sealed class Lane(LaneCommit commit, ILaneServer server, PipelineOptions options)
{
    // Unbounded in parts: the bound is in operations, tracked by _queued.
    private readonly Channel<LanePart> _queue = Channel.CreateUnbounded<LanePart>(new UnboundedChannelOptions { SingleReader = true });
    private int _queued;

    /// <summary>Operations in the queue.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <summary>Whether a part may be queued. A part larger than the bound is accepted by an empty queue: it could never be stored otherwise.</summary>
    public bool HasRoomFor(LanePart part) => Queued == 0 || Queued + WeightOf(part) <= options.QueuedOperations;

    /// <summary>Queues a part. Callers are serialised and have checked for capacity.</summary>
    public void Enqueue(LanePart part)
    {
        Interlocked.Add(ref _queued, WeightOf(part));
        if (!_queue.Writer.TryWrite(part)) throw new InvalidOperationException("The lane is closed.");
    }

    /// <summary>Stops accepting parts; what is queued is still committed.</summary>
    public void Close() => _queue.Writer.TryComplete();

    /// <summary>Commits until the queue is closed and empty.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<LanePart>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            Take(batch);
            if (cancellationToken.IsCancellationRequested) GiveBack(batch, RefusalCause.Stopping, "The collector is shutting down.");
            else if (!server.IsReady) GiveBack(batch, RefusalCause.DatabaseAway, server.Reason);
            else if (batch.Count > 0) await commit.RunAsync(batch, cancellationToken);
            batch.Clear();
        }

        await commit.DisposeAsync();
    }

    private static int WeightOf(LanePart part) => Math.Max(1, part.Count);

    private static void GiveBack(List<LanePart> batch, RefusalCause cause, string reason)
    {
        foreach (var part in batch) part.Complete(PartResult.NotNow(cause, reason));
    }

    private void Take(List<LanePart> batch)
    {
        var weight = 0;
        while (_queue.Reader.TryPeek(out var part) && (batch.Count == 0 || weight + WeightOf(part) <= options.BatchOperations))
        {
            _queue.Reader.TryRead(out _);
            Interlocked.Add(ref _queued, -WeightOf(part));
            if (!part.TryBegin())
            {
                // The sender has already been answered.
                part.Complete(PartResult.NotNow(RefusalCause.Deadline, "The request was cancelled before its commit began."));
                continue;
            }

            weight += WeightOf(part);
            batch.Add(part);
        }
    }
}
