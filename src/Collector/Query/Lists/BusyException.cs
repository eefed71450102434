namespace Tidemark.Collector.Query.Lists;

/// <summary>Too many requests of this kind are running; the client should retry later.</summary>
internal sealed class BusyException(string message) : Exception(message);
