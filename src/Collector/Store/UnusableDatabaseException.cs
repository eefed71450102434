namespace Tidemark.Collector.Store;

/// <summary>The collector cannot use this database until the problem in the message is fixed.</summary>
internal class UnusableDatabaseException(string message) : Exception(message);
