using System.Threading.Channels;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Stream;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Grafana;

/// <summary>A subscriber of the event stream that holds up to one push of events. Writers wait while it is full.</summary>
internal sealed class EventBuffer(int capacity) : IStreamChannel
{
    private readonly Channel<LiveMessage> _events = Channel.CreateBounded<LiveMessage>(new BoundedChannelOptions(capacity)
    {
        SingleReader = true,
        SingleWriter = true,
    });

    /// <summary>All events up to here are in the buffer or were taken out of it; null = the stream has not started.</summary>
    public string? Position { get; private set; }

    /// <summary>Where the stream started; null = it has not.</summary>
    public string? Start { get; private set; }

    public Task StartAsync(StreamPosition position, CancellationToken cancellationToken)
    {
        Start ??= position.ToString();
        return BeatAsync(position, cancellationToken);
    }

    public async Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken)
    {
        foreach (var message in messages)
        {
            if (message.Event is null) continue;
            await _events.Writer.WriteAsync(message, cancellationToken);
            Position = message.Position;
        }
    }

    public Task BeatAsync(StreamPosition position, CancellationToken cancellationToken)
    {
        Position = position.ToString();
        return Task.CompletedTask;
    }

    public Task EndAsync(CutOff reason, StreamPosition? position, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Waits for events and takes all that are available.</summary>
    public async Task<IReadOnlyList<LiveMessage>> TakeAsync(CancellationToken cancellationToken)
    {
        var taken = new List<LiveMessage> { await _events.Reader.ReadAsync(cancellationToken) };
        while (taken.Count < capacity && _events.Reader.TryRead(out var next)) taken.Add(next);
        return taken;
    }
}
