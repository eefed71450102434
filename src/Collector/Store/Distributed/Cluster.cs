using System.Globalization;
using Dapper;
using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Distributed;

/// <summary>A Citus cluster: whether there is one, and the distribution of Tidemark's tables over it.</summary>
internal sealed class Cluster(StoreOptions options, Workers workers)
{
    private const string Setting = $"{StoreOptions.Section}:{nameof(StoreOptions.Distribution)}";

    /// <summary>Compares the database with the setting, before anything is written.</summary>
    /// <exception cref="UnusableDatabaseException">They disagree: rows would be where nothing finds them.</exception>
    public async Task CheckAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var isDistributed = await IsDistributedAsync(connection, cancellationToken);
        if (isDistributed == (options.Distribution == Distribution.Citus)) return;
        throw new UnusableDatabaseException(isDistributed
            ? $"Its tables are distributed over a Citus cluster: set {Setting}=Citus."
            : $"{Setting} is Citus, but the database's tables are not distributed: run 'collector --distribute' on an empty database.");
    }

    /// <summary>Reads where the shards are.</summary>
    /// <exception cref="UnusableDatabaseException">There are not as many shards as the collector has lanes.</exception>
    public async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (options.Distribution == Distribution.Citus) workers.Use(await ShardMapReader.ReadAsync(connection, cancellationToken));
    }

    public static async Task<ClusterState> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        if (!await HasExtensionAsync(connection, cancellationToken)) return new ClusterState(false, false, 0, false, true);
        var (isCoordinator, workers) = await connection.QuerySingleAsync<(bool, int)>(new CommandDefinition(
            Statement.ReadCluster, cancellationToken: cancellationToken));
        return new ClusterState(
            true, isCoordinator, workers, await IsDistributedAsync(connection, cancellationToken), await IsEmptyAsync(connection, cancellationToken));
    }

    /// <summary>Distributes the tables in one transaction; they must be empty.</summary>
    /// <param name="report">Receives a line for each table.</param>
    public async Task DistributeAsync(NpgsqlConnection connection, Action<string> report, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, "SET LOCAL statement_timeout = 0", cancellationToken);
        await ExecuteAsync(connection, string.Create(CultureInfo.InvariantCulture, $"SET LOCAL citus.shard_count = {options.Shards}"), cancellationToken);
        // A partition's constraints go to a worker one after the other: over one connection, within this transaction.
        await ExecuteAsync(connection, "SET LOCAL citus.multi_shard_modify_mode = 'sequential'", cancellationToken);
        var first = Placements.Tables.First(table => table.Placement == Placement.Shards);
        foreach (var table in Placements.Tables)
        {
            if (table.Placement == Placement.Everywhere) await ExecuteAsync(connection, Statement.PlaceEverywhere, cancellationToken, table.QualifiedName);
            else if (table == first) await ExecuteAsync(connection, Statement.PlaceShards, cancellationToken, table.QualifiedName, table.Column!);
            else if (table.Placement == Placement.Shards)
                await ExecuteAsync(connection, Statement.PlaceShardsBeside, cancellationToken, table.QualifiedName, table.Column!, first.QualifiedName);
            report(Line(table));
        }

        foreach (var name in SqlText.List("Distributed/Objects")) await ExecuteAsync(connection, SqlText.Read(name), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>What happens, or would happen, to a table.</summary>
    public static string Line(TablePlacement table) => table.Placement switch
    {
        Placement.Shards => $"{table.Table}: distributed by {table.Column}",
        Placement.Everywhere => $"{table.Table}: on every server",
        _ => $"{table.Table}: on the coordinator",
    };

    private static Task<bool> HasExtensionAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<bool>(new CommandDefinition(Statement.HasCitus, cancellationToken: cancellationToken));

    private static async Task<bool> IsDistributedAsync(NpgsqlConnection connection, CancellationToken cancellationToken) =>
        await HasExtensionAsync(connection, cancellationToken)
        && await connection.ExecuteScalarAsync<bool>(new CommandDefinition(Statement.IsDistributed, cancellationToken: cancellationToken));

    private static async Task<bool> IsEmptyAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (var table in Placements.Tables.Where(table => table.Placement == Placement.Shards))
        {
            if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                $"SELECT to_regclass('{table.QualifiedName}') IS NOT NULL", cancellationToken: cancellationToken))) continue;
            if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
                $"SELECT EXISTS (SELECT 1 FROM {table.QualifiedName})", cancellationToken: cancellationToken))) return false;
        }

        return true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params string[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = argument });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
