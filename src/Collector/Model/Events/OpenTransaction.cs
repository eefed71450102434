namespace Tidemark.Collector.Model.Events;

/// <summary>A transaction that was still open when a reader of the stream passed it: its events are still to come.</summary>
/// <param name="Id">The transaction's id.</param>
/// <param name="After">Id of its last event read since then; 0 = none.</param>
internal readonly record struct OpenTransaction(ulong Id, long After);
