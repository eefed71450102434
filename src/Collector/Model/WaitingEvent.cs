namespace Tidemark.Collector.Model;

/// <summary>The log-event form of a call that waits for its span.</summary>
/// <param name="Source">Who sent it, for the ledger.</param>
/// <param name="Signal">1 traces, 2 metrics, 3 logs.</param>
internal sealed record WaitingEvent(Operation Operation, string Source, short Signal);
