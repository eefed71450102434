using System.Threading.Channels;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>
/// One bounded queue and one database connection. Commits whatever has queued up as soon as its last commit is done:
/// no timer, so latency is small when idle and batches are large under load.
/// </summary>
internal sealed class Lane(LaneCommit commit, Database database, PipelineOptions options)
{
    // Unbounded in parts: the bound is in operations, kept by _queued.
    private readonly Channel<LanePart> _queue = Channel.CreateUnbounded<LanePart>(new UnboundedChannelOptions { SingleReader = true });
    private int _queued;

    /// <summary>Operations waiting.</summary>
    public int Queued => Volatile.Read(ref _queued);

    /// <summary>Queues a part; false when the queue is full or the lane is stopping.</summary>
    public bool TryEnqueue(LanePart part)
    {
        var weight = WeightOf(part);
        // A part larger than the whole bound may enter an empty queue: else it could never be stored.
        if (Interlocked.Add(ref _queued, weight) > options.QueuedOperations && Queued != weight)
        {
            Interlocked.Add(ref _queued, -weight);
            return false;
        }

        if (_queue.Writer.TryWrite(part)) return true;
        Interlocked.Add(ref _queued, -weight);
        return false;
    }

    /// <summary>No more parts; what is queued is still committed.</summary>
    public void Close() => _queue.Writer.TryComplete();

    /// <summary>Commits until closed and drained.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<LanePart>();
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            Take(batch);
            if (cancellationToken.IsCancellationRequested) GiveBack(batch, "The collector is shutting down.");
            else if (!database.IsReady) GiveBack(batch, database.Reason);
            else await commit.RunAsync(batch, cancellationToken);
            batch.Clear();
        }

        await commit.DisposeAsync();
    }

    private static int WeightOf(LanePart part) => Math.Max(1, part.Count);

    private static void GiveBack(List<LanePart> batch, string reason)
    {
        foreach (var part in batch) part.Complete(PartResult.NotNow(reason));
    }

    private void Take(List<LanePart> batch)
    {
        var weight = 0;
        while (_queue.Reader.TryPeek(out var next) && (batch.Count == 0 || weight + WeightOf(next) <= options.BatchOperations))
        {
            _queue.Reader.TryRead(out var part);
            weight += WeightOf(part!);
            batch.Add(part!);
        }

        Interlocked.Add(ref _queued, -weight);
    }
}
