namespace Tidemark.Collector.Store;

/// <summary>The collector cannot work with this database until what the message asks for is done.</summary>
internal class UnusableDatabaseException(string message) : Exception(message);
