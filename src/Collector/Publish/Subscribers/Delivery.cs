using Tidemark.Collector.Model;
using Tidemark.Collector.Publish.Messages;

namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>What is sent to a subscriber at once; without messages a heartbeat.</summary>
/// <param name="Position">Where the subscriber stands once it has them.</param>
internal sealed record Delivery(IReadOnlyList<LiveMessage> Messages, StreamPosition Position);
