namespace Tidemark.Collector.Model;

/// <summary>What one read of the event stream has seen.</summary>
/// <param name="Events">Not seen before, in key order.</param>
/// <param name="StillOpen">Transactions that the read could not see into because they were open, in ascending order.</param>
/// <param name="IsWhole">False when there was more than the read may return.</param>
internal sealed record EventPage(IReadOnlyList<StreamedEvent> Events, ulong[] StillOpen, bool IsWhole);
