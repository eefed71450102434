using Tidemark.Collector.Store.Catalogue;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Makes a store for each lane.</summary>
internal sealed class LaneStoreFactory(Database database, SeriesNumbers series, TimeProvider time)
{
    public LaneStore Create(short slot) => new(database, series, time, slot);
}
