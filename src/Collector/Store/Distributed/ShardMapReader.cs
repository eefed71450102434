using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>Reads the shard map from a cluster's metadata.</summary>
internal static class ShardMapReader
{
    public static async Task<ShardMap> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Statement.ReadShards),
                new(Statement.ReadShardValues) { Parameters = { new NpgsqlParameter<int> { TypedValue = Sharding.Shards - 1 } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var tables = new List<(long Anchor, ServerAddress Server, string Table, string Name)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            tables.Add((
                reader.Get<long>("anchor"), new ServerAddress(reader.Get<string>("host"), reader.Get<int>("port")), reader.Get<string>("table_name"),
                reader.Get<string>("shard_table")));
        }

        await reader.NextResultAsync(cancellationToken);
        var anchors = new List<long>();
        while (await reader.ReadAsync(cancellationToken)) anchors.Add(reader.GetInt64(0));

        var everywhere = tables.Where(table => table.Anchor == 0).Select(table => (table.Table, table.Name)).Distinct().ToList();
        List<ShardGroup> groups = [.. tables.Where(table => table.Anchor != 0)
            .GroupBy(table => (table.Anchor, table.Server))
            .Select(group => new ShardGroup(
                group.Key.Anchor,
                group.Key.Server,
                (short)anchors.IndexOf(group.Key.Anchor),
                group.Select(table => (table.Table, table.Name)).Concat(everywhere)
                    .ToDictionary(one => one.Table, one => one.Name, StringComparer.Ordinal)))];
        var positions = groups.Select((group, position) => (group.Anchor, position)).ToDictionary(one => one.Anchor, one => one.position);
        return new ShardMap(groups, [.. anchors.Select(anchor => positions[anchor])]);
    }
}
