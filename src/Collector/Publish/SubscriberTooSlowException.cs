namespace Tidemark.Collector.Publish;

/// <summary>A live subscriber did not read as fast as events came; it may resume after the last event it saw.</summary>
internal sealed class SubscriberTooSlowException() : Exception("Events came faster than this subscriber read them. Reconnect with the id of the last event seen.");
