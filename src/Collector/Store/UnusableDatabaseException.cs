namespace Tidemark.Collector.Store;

/// <summary>The collector cannot work with this database until somebody does what the message says.</summary>
internal class UnusableDatabaseException(string message) : Exception(message);
