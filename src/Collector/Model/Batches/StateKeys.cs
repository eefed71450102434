using Tidemark.Collector.Model.Monitors;

namespace Tidemark.Collector.Model.Batches;

/// <summary>Keys of the rows that a batch will be folded onto.</summary>
internal sealed record StateKeys(
    IReadOnlyCollection<string> Sessions,
    IReadOnlyCollection<(string SessionId, string ConversationId)> Conversations,
    IReadOnlyCollection<MonitorKey> Monitors);
