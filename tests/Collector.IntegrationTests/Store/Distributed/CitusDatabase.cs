using Dapper;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Distributed;

/// <summary>The cluster's database, emptied and distributed again for each test.</summary>
internal sealed class CitusDatabase : IAsyncDisposable
{
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(CitusFactAttribute.Cluster!);

    public static async Task<CitusDatabase> CreateAsync()
    {
        var database = new CitusDatabase();
        await database.ExecuteAsync("DROP SCHEMA IF EXISTS tidemark, tidemark_store CASCADE");
        var ended = await DistributeAsync();
        Assert.True(ended.ExitCode == 0, ended.Output);
        return database;
    }

    public static Task<ProgramResult> DistributeAsync(params string[] options) => CollectorExecutable.RunAsync(
        new Dictionary<string, string> { ["ConnectionStrings:Tidemark"] = CitusFactAttribute.Cluster! }, ["--distribute", .. options]);

    public static Task<CollectorProcess> StartCollectorAsync() => CollectorProcess.StartAsync(
        CitusFactAttribute.Cluster, new Dictionary<string, string> { ["Tidemark:Store:Distribution"] = "Citus" });

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        await connection.ExecuteAsync(sql, commandTimeout: 0);
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await _source.OpenConnectionAsync();
        return (await connection.ExecuteScalarAsync<T>(sql))!;
    }

    /// <summary>Every operation is in its session and in each tier, once all deltas are merged, and the ledger adds up.</summary>
    public async Task AssertStoredAsync(long operations)
    {
        await Eventually.TrueAsync(async () => await ScalarAsync<long>("SELECT count(*) FROM tidemark_store.rollup_deltas") == 0, Patience);
        Assert.Equal(operations, await ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(operations, await ScalarAsync<long>("SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.sessions"));
        foreach (var tier in (int[])[10, 300, 3600])
        {
            Assert.Equal(operations, await ScalarAsync<long>(
                $"""
                SELECT coalesce(sum(r.operations), 0)::bigint
                FROM tidemark_store.rollups r
                JOIN tidemark_store.series s ON s.number = r.series
                WHERE s.scope = 0 AND r.tier = {tier}
                """));
        }

        Assert.Equal(0, await ScalarAsync<long>(
            "SELECT count(*) FROM tidemark.ledger WHERE received <> stored + duplicate + rejected + ignored + waiting"));
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
