namespace Tidemark.Collector.Model.Events;

/// <summary>The result of one read of the event stream.</summary>
/// <param name="Events">Events not read before, in key order.</param>
/// <param name="StillOpen">Transactions whose events were not visible because they were still open, in ascending order.</param>
/// <param name="IsWhole">False if there are more events than one read may return.</param>
internal sealed record EventPage(IReadOnlyList<StreamedEvent> Events, ulong[] StillOpen, bool IsWhole);
