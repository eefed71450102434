using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>The numbers of active sessions in a batch's events.</summary>
internal static class ActiveCounts
{
    /// <summary>Counts only if an event needs it: counting takes the longer, the more sessions are open.</summary>
    public static async Task<FoldedBatch> FillInAsync(LaneTransaction transaction, FoldedBatch folded, CancellationToken cancellationToken) =>
        folded.Events.Any(happened => happened.ActiveDelta is not null)
            ? folded with { Events = EventOrder.Count(folded.Events, await transaction.CountActiveSessionsAsync(cancellationToken)) }
            : folded;
}
