namespace Tidemark.Collector.Model;

/// <summary>A session event as it stands in the stream of all events.</summary>
internal sealed record StreamedEvent(EventKey Key, DateTime RecordedAt, SessionEvent Event);
