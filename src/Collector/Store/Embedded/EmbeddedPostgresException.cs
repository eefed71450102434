namespace Tidemark.Collector.Store.Embedded;

/// <summary>The embedded PostgreSQL cannot run; the message says how to fix it.</summary>
internal sealed class EmbeddedPostgresException(string message, Exception? inner = null) : Exception(message, inner);
