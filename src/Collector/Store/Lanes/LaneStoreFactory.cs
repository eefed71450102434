using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Makes a store for each lane.</summary>
internal sealed class LaneStoreFactory(
    Database database, Transactions transactions, SeriesNumbers series, TraitNumbers traits, DeltaBacklog backlog, TimeProvider time)
{
    public LaneStore Create(short slot) => new(database, transactions, series, new LaneTraits(traits), backlog, time, slot);

    /// <summary>For work beside the lanes.</summary>
    public LaneStore CreateForSettling() => Create(-1);
}
