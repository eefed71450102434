using Tidemark.Collector.Store.Maintenance;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Creates the store of each lane.</summary>
internal sealed class LaneStoreFactory(
    Database database, Transactions transactions, SeriesNumbers series, TraitNumbers traits, DeltaBacklog backlog, TimeProvider time)
{
    private readonly WholeServer _whole = new(database);

    public LaneStore Create(short lane, ILaneServer server) => new(server, database, transactions, series, new LaneTraits(traits), backlog, time, lane);

    public LaneStore Create(short lane) => Create(lane, _whole);

    /// <summary>Creates a store for background work.</summary>
    public LaneStore CreateForBackground() => Create(-1);
}
