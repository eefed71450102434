using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>
/// Statements of a lane on the server that holds its shards. On rows of these shards they name the shards' own tables: to PostgreSQL they are statements
/// on ordinary tables, planned, locked and committed by this server alone. On other rows Citus plans them.
/// </summary>
internal sealed partial class ShardSql(ShardMap map, int position) : ILaneSql
{
    // Shards have tables only: a view is replaced by its query.
    private static readonly string WholeOperations = SqlText.QueryOf("Views/whole_operations");

    // As many as there are statements.
    private readonly ConcurrentDictionary<string, string> _here = new(StringComparer.Ordinal);

    public bool IsDistributed => true;

    public ShardMap Map => map;

    public ShardGroup Group => map.Groups[position];

    public short SlotOf(short lane) => Group.Slot;

    public bool IsHere(short shard) => shard >= 0 && shard < map.GroupOf.Count && map.GroupOf[shard] == position;

    public string Here(string statement) => _here.GetOrAdd(statement, text => Rename(Statement.ForShard(text)));

    public string Anywhere(string statement) => Statement.For(Distribution.Citus, statement);

    private string Rename(string sql) => Table().Replace(sql, match => match.Groups[1].Value switch
    {
        "whole_operations" => $"({Rename(WholeOperations)})",
        var table => Group.Tables.GetValueOrDefault(table, match.Value),
    });

    [GeneratedRegex(@"\btidemark_store\.(\w+)\b(?!\()")]
    private static partial Regex Table();
}
