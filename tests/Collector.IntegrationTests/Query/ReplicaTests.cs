using System.Net;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Query;

/// <summary>A collector that writes to a primary and reads from its hot standby.</summary>
public sealed class ReplicaTests : IAsyncLifetime, IDisposable
{
    private readonly HttpClient _api = new();
    private OracleCluster _primary = null!;
    private HotStandby _standby = null!;
    private CollectorProcess _collector = null!;
    private NpgsqlDataSource _database = null!;

    public async Task InitializeAsync()
    {
        _primary = await OracleCluster.StartAsync(home: null, new Dictionary<string, string> { ["fsync"] = "off" }, CancellationToken.None);
        var written = await _primary.CreateDatabaseAsync(CancellationToken.None);
        _database = NpgsqlDataSource.Create(written);
        _standby = await HotStandby.StartAsync(written, CancellationToken.None);
        var read = new NpgsqlConnectionStringBuilder(_standby.ConnectionString) { Database = new NpgsqlConnectionStringBuilder(written).Database };
        _collector = await CollectorProcess.StartAsync(
            written, new Dictionary<string, string> { ["Tidemark:Store:ReadConnectionString"] = read.ConnectionString });
        _api.BaseAddress = _collector.Api;
        await Eventually.TrueAsync(async () => await TextAsync("/readyz") == "ready\n");
    }

    public async Task DisposeAsync()
    {
        await _collector.DisposeAsync();
        await _database.DisposeAsync();
        await _standby.DisposeAsync();
        await _primary.DisposeAsync();
    }

    public void Dispose() => _api.Dispose();

    [Fact]
    public async Task Api_WithReplica_ReadsFromIt()
    {
        await _standby.ReplayAsync(goesOn: false);
        await SendAsync();
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM tidemark.sessions"));
        Assert.DoesNotContain("s-0", await TextAsync("/api/sessions"), StringComparison.Ordinal);
        Assert.DoesNotContain("s-0", await TextAsync("/api/sessions?format=csv"), StringComparison.Ordinal);

        await _standby.ReplayAsync(goesOn: true);

        await Eventually.TrueAsync(async () => (await TextAsync("/api/sessions?format=csv")).Contains("s-0", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stream_TransactionsCommitInAnotherOrderThanTheyBegan_LosesAndRepeatsNothing()
    {
        await using var client = await SseClient.OpenAsync(_collector.Api);
        await using var connection = await _database.OpenConnectionAsync();
        await using var late = await EventTable.AddInOpenTransactionAsync(connection, 3);
        await using var other = await _database.OpenConnectionAsync();
        for (var i = 0; i < 20; i++)
        {
            await using var early = await EventTable.AddInOpenTransactionAsync(other, 2);
            await early.CommitAsync();
        }

        // Delivered although an earlier transaction is open, as on a primary.
        await client.SeesAsync(40);
        await using var resumed = await SseClient.OpenAsync(_collector.Api, lastEventId: client.LastEventId);
        await late.CommitAsync();
        await client.SeesAsync(43);
        await resumed.SeesAsync(3);

        var all = await IdsAsync();
        Assert.Equal(all, client.EventIds.Order());
        Assert.Equal(all.Take(3), resumed.EventIds.Order());
    }

    [Fact]
    public async Task Api_ReplicaAway_SaysSoWhileIngestGoesOnAndTheStreamLosesNothing()
    {
        await using var client = await SseClient.OpenAsync(_collector.Api);

        await _standby.StopAsync();
        await SendAsync();
        using var away = await _api.GetAsync(new Uri("/api/sessions", UriKind.Relative));
        await Eventually.TrueAsync(async () => (await TextAsync("/readyz")).Contains("Tidemark:Store:ReadConnectionString", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.ServiceUnavailable, away.StatusCode);
        Assert.Equal("application/problem+json", away.Content.Headers.ContentType?.MediaType);
        Assert.Equal(10, await CountAsync("SELECT count(*) FROM tidemark.operations"));

        await _standby.StartAsync(CancellationToken.None);
        await Eventually.TrueAsync(async () => (await TextAsync("/api/sessions")).Contains("s-0", StringComparison.Ordinal));
        await client.SeesAsync(1);
        Assert.Equal(await IdsAsync(), client.EventIds.Order());
    }

    private async Task SendAsync()
    {
        using var client = new HttpClient { BaseAddress = _collector.Http };
        using var content = new ByteArrayContent(OtlpProtobuf.Traces(Calls.Inferences(10, sessions: 1)));
        content.Headers.ContentType = new("application/x-protobuf");
        using var answer = await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content);
        Assert.True(answer.IsSuccessStatusCode, $"{answer.StatusCode}\n{_collector.Output}");
    }

    private async Task<string> TextAsync(string path)
    {
        using var answer = await _api.GetAsync(new Uri(path, UriKind.Relative));
        return await answer.Content.ReadAsStringAsync();
    }

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task<long[]> IdsAsync()
    {
        await using var command = _database.CreateCommand("SELECT coalesce(array_agg(event_id ORDER BY event_id), '{}') FROM tidemark.session_events");
        return (long[])(await command.ExecuteScalarAsync())!;
    }
}
