using Tidemark.Collector.Model;
using Tidemark.Collector.Publish.Messages;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Stream;

/// <summary>One way of speaking to a subscriber. Each call returns when the subscriber's connection has taken the bytes.</summary>
internal interface IStreamChannel
{
    /// <summary>The first thing sent: where the subscriber stands.</summary>
    Task StartAsync(StreamPosition position, CancellationToken cancellationToken);

    Task SendAsync(IReadOnlyList<LiveMessage> messages, CancellationToken cancellationToken);

    /// <summary>Shows that the stream lives, and where it stands.</summary>
    Task BeatAsync(StreamPosition position, CancellationToken cancellationToken);

    /// <summary>The last thing sent: why the stream ends, and where to resume.</summary>
    Task EndAsync(CutOff reason, StreamPosition position, CancellationToken cancellationToken);
}
