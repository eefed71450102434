namespace Tidemark.Collector.Store.Lanes;

/// <summary>All rows are on one server, and every statement runs as it is written.</summary>
internal sealed class PlainSql : ILaneSql
{
    public static PlainSql Instance { get; } = new();

    public bool IsDistributed => false;

    public short SlotOf(short lane) => lane;

    public bool IsHere(short shard) => true;

    public string Here(string statement) => statement;

    public string Anywhere(string statement) => statement;
}
