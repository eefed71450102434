namespace Tidemark.Collector.Store.Embedded;

/// <summary>The embedded PostgreSQL cannot run; the message says what to do about it.</summary>
internal sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
