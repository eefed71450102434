using Tidemark.Collector.Model.Batches;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>Writes the result of a fold; used by all passes before they commit.</summary>
internal static class FoldWriter
{
    /// <summary>Writes the result and returns the number of events.</summary>
    /// <exception cref="Store.StaleStateException">Another transaction wrote one of the rows first.</exception>
    public static async Task<int> WriteAsync(LaneStore store, LaneTransaction transaction, LaneWrite write, CancellationToken cancellationToken)
    {
        var folded = await ActiveCounts.FillInAsync(transaction, write.Folded, cancellationToken);
        await store.LearnAsync(folded.Rollups.Select(delta => delta.Series), cancellationToken);
        await transaction.WriteAsync(write with { Folded = folded }, cancellationToken);
        return folded.Events.Count;
    }
}
