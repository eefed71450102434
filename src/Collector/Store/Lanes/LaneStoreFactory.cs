using Tidemark.Collector.Store.Catalogue;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Makes a store for each lane.</summary>
internal sealed class LaneStoreFactory(Database database, SeriesNumbers series, TimeProvider time)
{
    public LaneStore Create(short slot) => new(database, series, time, slot);

    /// <summary>For work beside the lanes: adds to rollup rows of its own.</summary>
    public LaneStore CreateForSettling() => Create(-1);
}
