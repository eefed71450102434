namespace Tidemark.Collector.Model;

/// <summary>A session event as it stands in the database.</summary>
/// <param name="Id">Drawn before its transaction committed: ids become visible out of order.</param>
internal sealed record RecordedEvent(long Id, SessionEvent Event);
