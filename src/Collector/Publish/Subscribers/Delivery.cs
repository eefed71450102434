using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>Messages sent to a subscriber at once; a heartbeat if there are none.</summary>
/// <param name="Position">The subscriber's position afterwards.</param>
internal sealed record Delivery(IReadOnlyList<LiveMessage> Messages, StreamPosition Position);
