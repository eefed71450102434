using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Distributed;

/// <summary>A collector on a Citus cluster. One test at a time: the cluster is one.</summary>
public sealed class CitusTests : IDisposable
{
    private const int Operations = 2_000;
    private const int Sessions = 60;

    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromMinutes(3) };

    public void Dispose() => _client.Dispose();

    [CitusFact]
    public async Task Export_SentThreeTimes_CountsOnce()
    {
        await using var database = await CitusDatabase.CreateAsync();
        await using var collector = await CitusDatabase.StartCollectorAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(Operations, Sessions));

        for (var i = 0; i < 3; i++) await PatientExporter.SendAsync(_client, collector, batch);

        await database.AssertStoredAsync(Operations);
        Assert.Equal(2 * Operations, await database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger WHERE signal = 'traces'"));
    }

    [CitusFact]
    public async Task Export_TwoCollectorsAtOnce_CountsOnceAndRaisesEachEventOnce()
    {
        await using var database = await CitusDatabase.CreateAsync();
        await using var one = await CitusDatabase.StartCollectorAsync();
        await using var other = await CitusDatabase.StartCollectorAsync();
        var spans = Calls.Inferences(Operations, Sessions);

        await Task.WhenAll(new[] { one, other }.SelectMany(collector => spans.Chunk(100).Select(chunk =>
            PatientExporter.SendAsync(_client, collector, OtlpProtobuf.Traces(chunk)))));

        await database.AssertStoredAsync(Operations);
        Assert.Equal(Sessions, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.session_events WHERE event_type = 'session_created'"));
    }

    [CitusFact]
    public async Task Relay_EventsOfAllWorkers_AreInTheStreamOnce()
    {
        await using var database = await CitusDatabase.CreateAsync();
        await using var collector = await CitusDatabase.StartCollectorAsync();

        foreach (var chunk in Calls.Inferences(Operations, Sessions).Chunk(50))
            await PatientExporter.SendAsync(_client, collector, OtlpProtobuf.Traces(chunk));

        var stored = await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.session_events");
        Assert.True(stored >= Sessions);
        await Eventually.TrueAsync(
            async () => await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.streamed_events") == stored, CitusDatabase.Patience);
        Assert.Equal(0, await database.ScalarAsync<long>(
            "SELECT count(*) FROM tidemark.session_events WHERE event_id NOT IN (SELECT event_id FROM tidemark_store.streamed_events)"));
    }

    [CitusFact]
    public async Task Export_ShardMovesMeanwhile_CountsOnce()
    {
        await using var database = await CitusDatabase.CreateAsync();
        await using var collector = await CitusDatabase.StartCollectorAsync();
        var chunks = Calls.Inferences(Operations, Sessions).Chunk(20).ToList();

        var sending = Task.WhenAll(chunks.Select(chunk => PatientExporter.SendAsync(_client, collector, OtlpProtobuf.Traces(chunk))));
        await database.ExecuteAsync(
            """
            SELECT citus_move_shard_placement(placement.shardid, placement.nodename, placement.nodeport, other.nodename, other.nodeport, 'block_writes')
            FROM (
                SELECT s.shardid, s.nodename, s.nodeport FROM citus_shards s
                WHERE s.table_name = 'tidemark_store.sessions'::regclass ORDER BY s.shardid LIMIT 1
            ) placement
            JOIN pg_dist_node other ON other.shouldhaveshards AND (other.nodename, other.nodeport) <> (placement.nodename, placement.nodeport)
            LIMIT 1
            """);
        await sending;

        await database.AssertStoredAsync(Operations);
        var stored = await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.session_events");
        await Eventually.TrueAsync(
            async () => await database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.streamed_events") == stored, CitusDatabase.Patience);
    }

    [CitusFact]
    public async Task Distribute_DistributedAlready_SaysSo()
    {
        await using var database = await CitusDatabase.CreateAsync();

        var ended = await CitusDatabase.DistributeAsync();

        Assert.Equal(1, ended.ExitCode);
        Assert.Contains("distributed already", ended.Output, StringComparison.Ordinal);
    }

    [CitusFact]
    public async Task Start_WithoutTheSetting_IsRefused()
    {
        await using var database = await CitusDatabase.CreateAsync();

        var ended = await CollectorExecutable.RunAsync(new Dictionary<string, string>
        {
            ["ConnectionStrings:Tidemark"] = CitusFactAttribute.Cluster!,
            ["Tidemark:Receive:Grpc"] = "127.0.0.1:0",
            ["Tidemark:Receive:Http"] = "127.0.0.1:0",
            ["Tidemark:Query:Listen"] = "127.0.0.1:0",
        });

        Assert.NotEqual(0, ended.ExitCode);
        Assert.Contains("set Tidemark:Store:Distribution=Citus", ended.Output, StringComparison.Ordinal);
    }
}
