namespace Tidemark.Collector.Model;

/// <summary>A transaction that a reader of the stream has passed while it was still open: what it writes is yet to come.</summary>
/// <param name="Id">The transaction.</param>
/// <param name="After">The id of its last event that was read since; 0 = none.</param>
internal readonly record struct OpenTransaction(ulong Id, long After);
