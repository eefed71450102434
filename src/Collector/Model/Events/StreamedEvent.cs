namespace Tidemark.Collector.Model.Events;

/// <summary>A session event with its position in the stream.</summary>
internal sealed record StreamedEvent(EventKey Key, DateTime RecordedAt, SessionEvent Event);
