namespace Tidemark.Collector.Store.Lanes;

/// <summary>Any number of lanes to one server.</summary>
internal sealed class PlainPlan(WholeServer server, int lanes) : ILanePlan
{
    public int Count => lanes;

    public bool IsStrict => false;

    public int LaneOf(short shard) => shard % lanes;

    public ILaneServer ServerOf(short lane) => server;
}
