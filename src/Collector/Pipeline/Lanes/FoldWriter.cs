using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Lanes;

namespace Tidemark.Collector.Pipeline.Lanes;

/// <summary>What every pass does with the result of its fold, before it commits.</summary>
internal static class FoldWriter
{
    /// <summary>Writes it and returns how many events it caused.</summary>
    /// <exception cref="Store.StaleStateException">Another transaction wrote one of the rows first.</exception>
    public static async Task<int> WriteAsync(LaneStore store, LaneTransaction transaction, LaneWrite write, CancellationToken cancellationToken)
    {
        var folded = await ActiveCounts.FillInAsync(transaction, write.Folded, cancellationToken);
        await store.LearnAsync(folded.Rollups.Select(delta => delta.Series), cancellationToken);
        await transaction.WriteAsync(write with { Folded = folded }, cancellationToken);
        return folded.Events.Count;
    }
}
