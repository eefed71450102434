using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>Statements that Citus plans: rows may be on any server, and none is locked.</summary>
internal sealed class CoordinatorSql : ILaneSql
{
    public static CoordinatorSql Instance { get; } = new();

    public bool IsDistributed => true;

    public short SlotOf(short lane) => lane;

    public bool IsHere(short shard) => false;

    public string Here(string statement) => Anywhere(statement);

    public string Anywhere(string statement) => Statement.For(Distribution.Citus, statement);
}
