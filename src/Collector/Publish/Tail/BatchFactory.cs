using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Tail;

/// <summary>Creates batches from reads. Not thread-safe.</summary>
internal sealed class BatchFactory
{
    private readonly FrameWriter _writer = new();

    /// <param name="start">Where the read started.</param>
    /// <param name="page">The result of the read.</param>
    /// <param name="heldBy">Events of later transactions are left for the next read; null = none are.</param>
    public LiveBatch Create(StreamPosition start, EventPage page, ulong? heldBy)
    {
        var end = start;
        var events = new List<LiveEvent>(page.Events.Count);
        var last = Math.Max(start.High.Transaction, heldBy ?? ulong.MaxValue);
        foreach (var one in page.Events)
        {
            if (one.Key.Transaction > last) return new LiveBatch(start, end, events);
            end = end.After(one.Key, page.StillOpen);
            events.Add(new LiveEvent(one.Event, _writer.Event(one, end.ToString())));
        }

        return new LiveBatch(start, page.IsWhole ? end.Settled(page.StillOpen) : end, events);
    }
}
