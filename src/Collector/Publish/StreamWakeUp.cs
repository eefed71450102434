using System.Threading.Channels;

namespace Tidemark.Collector.Publish;

/// <summary>Wakes readers of the event stream: this collector has committed events, or it is time to poll for those of others.</summary>
internal sealed class StreamWakeUp
{
    // Capacity 1: a reader that wakes up reads everything available.
    private readonly Channel<bool> _wakeUps = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Called by each lane after a commit, with its number of events. Never waits, never throws.</summary>
    public void Committed(int events)
    {
        if (events > 0) Wake();
    }

    public void Wake() => _wakeUps.Writer.TryWrite(true);

    /// <summary>Completes at the next wake-up, or immediately if there was one since the last wait.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken cancellationToken) => _wakeUps.Reader.ReadAsync(cancellationToken);
}
