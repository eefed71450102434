namespace Tidemark.Collector.Query.Lists;

/// <summary>Too much is going on; the same request will do later.</summary>
internal sealed class BusyException(string message) : Exception(message);
