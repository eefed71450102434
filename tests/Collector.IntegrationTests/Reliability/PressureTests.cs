using System.Collections.Concurrent;
using System.Net;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Faults;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>More load than the connection to the database can carry: senders are asked to retry, within limits, and nothing is lost.</summary>
public sealed class PressureTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Export_DatabaseTwoSecondsAway_HitsTheBudgetStaysSmallAndIsHealthyAfter()
    {
        const int batchSize = 2000, batches = 40;
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var way = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        await using var proxy = new TcpProxy(way.Port);
        way.Port = proxy.Port;
        var bodies = Enumerable.Range(0, batches).Select(_ => OtlpProtobuf.Traces(Calls.Inferences(batchSize))).ToArray();
        var budget = bodies[0].Length * 5;
        await using var collector = await CollectorProcess.StartAsync(way.ConnectionString, new Dictionary<string, string>
        {
            ["Tidemark:Receive:MaxRequestBytes"] = $"{bodies[0].Length * 2}",
            ["Tidemark:Receive:MaxInFlightBytes"] = $"{budget}",
            // Garbage collection settings for many processors are not part of this test.
            ["DOTNET_GCHeapHardLimit"] = "0x10000000",
        });
        using var client = new HttpClient { BaseAddress = collector.Http, Timeout = Patience };
        var answers = new ConcurrentBag<(HttpStatusCode Status, string Text)>();
        var before = ResidentBytes(collector);

        proxy.Latency = TimeSpan.FromSeconds(2);
        var waiting = new ConcurrentQueue<byte[]>();
        await Task.WhenAll(bodies.Select(SendAsync));

        Assert.All(
            answers,
            answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests, $"{answer}"));
        // Forty requests against a limit of five, each of which takes seconds.
        Assert.Contains(
            answers,
            answer => answer.Text.Contains("in flight", StringComparison.OrdinalIgnoreCase)
                || answer.Text.Contains("at work", StringComparison.OrdinalIgnoreCase));
        var growth = ResidentBytes(collector) - before;
        Assert.True(growth < 300L * 1024 * 1024, $"{growth / 1024 / 1024} MB more than before");

        proxy.Latency = TimeSpan.Zero;
        while (waiting.TryDequeue(out var body)) await Eventually.TrueAsync(async () => (await PostAsync(client, body)).Status == HttpStatusCode.OK, Patience);
        Assert.Equal(batchSize * batches, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(batchSize * batches, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));

        async Task SendAsync(byte[] body)
        {
            var answer = await PostAsync(client, body);
            answers.Add(answer);
            if (answer.Status != HttpStatusCode.OK) waiting.Enqueue(body);
        }
    }

    [Fact]
    public async Task Export_NoConnectionFree_AsksToTryAgainAndGoesOnWhenThereAre()
    {
        const int lanes = 2;
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);
        var least = new NpgsqlConnectionStringBuilder(database.ConnectionString)
        {
            Pooling = true,
            MaxPoolSize = lanes + PipelineOptionsValidator.OtherConnections,
        };
        await using var collector = await SkewedCollector.StartAsync(least.ConnectionString, TimeSpan.Zero, new Dictionary<string, string>
        {
            ["Tidemark:Pipeline:Lanes"] = $"{lanes}",
            ["Tidemark:Store:CommandTimeout"] = "00:00:01",
        });
        using var client = new HttpClient { BaseAddress = collector.Http, Timeout = Patience };
        var batch = OtlpProtobuf.Traces(Calls.Inferences(40, sessions: 40));

        var held = await HoldAllAsync(collector.Database);
        var (status, text) = await PostAsync(client, batch);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("connection pool has been exhausted", text, StringComparison.Ordinal);
        // The database is healthy.
        Assert.True(collector.Database.IsReady, collector.Database.Reason);

        foreach (var connection in held) await connection.DisposeAsync();
        await Eventually.TrueAsync(async () => (await PostAsync(client, batch)).Status == HttpStatusCode.OK, Patience);
        Assert.Equal(40, await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
        Assert.Equal(40, await database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.sessions"));
    }

    [Fact]
    public async Task Drop_OldPartitionsUnderIngestAndDashboards_RefusesNobodyForGood()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Store:PartitionInterval"] = "00:00:01",
            // Requests are not refused for waiting either: only failed transactions are.
            ["Tidemark:Pipeline:MaxWait"] = "00:01:00",
        });
        using var sender = new Sender([collector.Process.Http]);
        using var stop = new CancellationTokenSource();
        var sending = sender.RunAsync(4, stop.Token);
        var looking = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => LookAsync(collector.Database, stop.Token)));

        for (var round = 0; round < 3; round++)
        {
            var sent = sender.Acknowledged;
            await collector.Database.ExecuteAsync("SELECT tidemark_store.make_partitions('operations', current_date - 60, current_date - 40)");
            await Eventually.TrueAsync(async () => await OldAsync(collector.Database) == 0 && sender.Acknowledged > sent, Patience);
        }

        await using (await ReadOldPartitionAsync(collector.Database))
        {
            await Eventually.TrueAsync(() => collector.Process.Output.Contains("has expired but is in use", StringComparison.Ordinal), Patience);
            var sent = sender.Acknowledged;
            await Eventually.TrueAsync(() => sender.Acknowledged > sent + (4 * Sender.BatchSize), Patience);
        }

        await Eventually.TrueAsync(async () => await OldAsync(collector.Database) == 0, Patience);
        await stop.CancelAsync();
        await Task.WhenAll(sending, looking);

        Assert.True(sender.Refused == 0, $"{sender.Refused} refused\n{collector.Process.Output}");
        await collector.AssertStoredAsync(sender.Acknowledged, sender.Acknowledged * Calls.TokensEach);
    }

    private static async Task<(HttpStatusCode Status, string Text)> PostAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new("application/x-protobuf");
        using var response = await client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Opens connections until none becomes free within the pool's timeout.</summary>
    private static async Task<IReadOnlyList<NpgsqlConnection>> HoldAllAsync(Database database)
    {
        var held = new List<NpgsqlConnection>();
        while (true)
        {
            try
            {
                held.Add(await database.OpenAsync(CancellationToken.None));
            }
            catch (NpgsqlException exhausted) when (exhausted.InnerException is TimeoutException)
            {
                return held;
            }
        }
    }

    /// <summary>Creates an expired partition and reads the table before it is dropped. Dispose to end reading.</summary>
    private static async Task<NpgsqlConnection> ReadOldPartitionAsync(TestDatabase database)
    {
        await using var making = await database.DataSource.OpenConnectionAsync();
        var reader = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await SchemaLocks.Default.RunAsync(making, async () =>
        {
            await database.ExecuteAsync("SELECT tidemark_store.make_partitions('operations', current_date - 60, current_date - 60)");
            await reader.OpenAsync();
            await using var read = new NpgsqlCommand("BEGIN; SELECT count(*) FROM tidemark.operations", reader);
            await read.ExecuteScalarAsync();
        }, CancellationToken.None);
        return reader;
    }

    private static Task<long> OldAsync(TestDatabase database) => database.ScalarAsync<long>(
        "SELECT count(*) FROM pg_inherits WHERE inhparent = 'tidemark_store.operations'::regclass AND inhrelid::regclass::text ~ '_[0-9]{8}$' "
            + "AND to_date(right(inhrelid::regclass::text, 8), 'YYYYMMDD') < current_date - 31");

    private static async Task LookAsync(TestDatabase database, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE started_at > now() - interval '1 hour'", CancellationToken.None);
            await database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions", CancellationToken.None);
        }
    }

    private static long ResidentBytes(CollectorProcess collector) =>
        long.Parse(
            File.ReadLines($"/proc/{collector.Pid}/status")
                .First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], System.Globalization.CultureInfo.InvariantCulture) * 1024;
}
