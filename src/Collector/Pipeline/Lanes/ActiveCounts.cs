using Tidemark.Collector.Derive.Sessions;
using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Fills the number of active sessions into a batch's events.</summary>
internal static class ActiveCounts
{
    /// <summary>Counts only if an event needs it: the cost grows with the number of open sessions.</summary>
    public static async Task<FoldedBatch> FillInAsync(LaneTransaction transaction, FoldedBatch folded, CancellationToken cancellationToken) =>
        folded.Events.Any(happened => happened.ActiveDelta is not null)
            ? folded with { Events = EventOrder.Count(folded.Events, await transaction.CountActiveSessionsAsync(cancellationToken)) }
            : folded;
}
