using Tidemark.Collector.Store.Distributed;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Tests.Store.Distributed;

public sealed class ShardSqlTests
{
    private static readonly ShardMap Map = new(
        [Group(100, 0), Group(200, 1)], [.. Enumerable.Range(0, 256).Select(value => value % 2)]);

    [Fact]
    public void Here_TablesOfShards_AreNamedByTheirShard()
    {
        var sql = new ShardSql(Map, 1).Here(Statement.WriteSessions);

        Assert.Contains("INSERT INTO tidemark_store.sessions_200 (", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("tidemark_store.sessions.", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Here_Events_DrawIdsFromTheServersSequence() =>
        Assert.Contains("nextval('tidemark_store.session_events_event_id_seq')", new ShardSql(Map, 0).Here(Statement.AddEvents), StringComparison.Ordinal);

    [Fact]
    public void Here_View_IsReplacedByItsQuery()
    {
        var sql = new ShardSql(Map, 0).Here(Statement.ReadOperations);

        Assert.Contains("FROM tidemark_store.operations_100 o", sql, StringComparison.Ordinal);
        Assert.DoesNotContain("whole_operations", sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Anywhere_StatementWithAFormForClusters_IsThatForm() =>
        Assert.DoesNotContain("FOR UPDATE", new ShardSql(Map, 0).Anywhere(Statement.LockSessions), StringComparison.Ordinal);

    [Fact]
    public void Anywhere_StatementOnTheStream_ReadsWhatIsRelayed() =>
        Assert.Contains("tidemark_store.streamed_events e", new ShardSql(Map, 0).Anywhere(Statement.ReadEvents), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    [InlineData(254, true)]
    [InlineData(-1, false)]
    [InlineData(256, false)]
    public void IsHere_Shard_IsThatOfTheMap(short shard, bool isHere) => Assert.Equal(isHere, new ShardSql(Map, 0).IsHere(shard));

    [Fact]
    public void SlotOf_AnyLane_BelongsToTheGroup()
    {
        var sql = new ShardSql(Map, 1);

        Assert.True(sql.IsHere(sql.SlotOf(7)));
    }

    private static ShardGroup Group(long anchor, short slot) => new(
        anchor, new ServerAddress("worker", 5432), slot,
        Placements.Tables.Where(table => table.Placement != Placement.Coordinator)
            .ToDictionary(table => table.Table, table => $"tidemark_store.{table.Table}_{anchor}"));
}
