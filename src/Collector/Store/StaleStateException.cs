namespace Tidemark.Collector.Store;

/// <summary>A row was written by another transaction between reading and writing it: the transaction starts over.</summary>
internal sealed class StaleStateException(string table) : Exception($"Another writer changed rows of {table} first.");
