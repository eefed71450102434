namespace Tidemark.Collector.Store;

/// <summary>Another transaction wrote a row between reading and writing it: the transaction is retried.</summary>
internal sealed class StaleStateException(string table) : Exception($"Another writer changed rows of {table} first.");
