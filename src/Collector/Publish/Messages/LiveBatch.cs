using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>The events between two positions of the stream.</summary>
internal sealed record LiveBatch(StreamPosition Start, StreamPosition End, IReadOnlyList<LiveEvent> Events);
