using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>A transport for a subscriber. Each call completes when the connection has accepted the bytes.</summary>
internal interface IStreamChannel
{
    /// <summary>Sends the first message: the subscriber's position.</summary>
    Task StartAsync(StreamPosition position, CancellationToken cancellationToken);

    Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken);

    /// <summary>Sends a heartbeat with the present position.</summary>
    Task BeatAsync(StreamPosition position, CancellationToken cancellationToken);

    /// <summary>Sends the last message: why the stream ends, and where to resume.</summary>
    /// <param name="reason">Why it ends.</param>
    /// <param name="position">Where to resume; null = from now on, as the subscriber had no position yet.</param>
    /// <param name="cancellationToken">Cancelled when the subscriber has disconnected.</param>
    Task EndAsync(CutOff reason, StreamPosition? position, CancellationToken cancellationToken);
}
