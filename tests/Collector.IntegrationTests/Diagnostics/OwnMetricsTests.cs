using System.Text;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Diagnostics;

public sealed class OwnMetricsTests
{
    private const string Seed = "20261121";

    private static readonly Dictionary<string, string> EverySecond = new()
    {
        ["Tidemark:Diagnostics:Store"] = "true",
        ["Tidemark:Diagnostics:Interval"] = "00:00:01",
    };

    [Fact]
    public async Task Metrics_OfTheCollector_CountWhatItDid()
    {
        await using var collector = await CollectorUnderTest.StartAsync(EverySecond);
        await using var subscriber = await SseClient.OpenAsync(collector.Process.Api);
        var traces = OtlpProtobuf.Traces(Calls.Inferences(30));

        await collector.SendAsync(traces);
        await collector.SendAsync(traces);

        await Eventually.TrueAsync(async () => await TotalAsync(collector.Database, "received", "traces") == 60);
        Assert.Equal(30, await TotalAsync(collector.Database, "stored", "traces"));
        Assert.Equal(30, await TotalAsync(collector.Database, "duplicate", "traces"));
        Assert.Equal(0, await TotalAsync(collector.Database, "rejected", "traces"));
        await Eventually.TrueAsync(async () => await LatestAsync(collector.Database, "live.subscribers") == 1);
        Assert.Equal(1, await LatestAsync(collector.Database, "database.ready"));
        Assert.Equal(0, await LatestAsync(collector.Database, "queued"));
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<bool>(
            "SELECT coalesce(sum(count) > 0 AND sum(sum) > 0, false) FROM tidemark.metric_points WHERE metric = 'tidemark.collector.commit.duration' "
                + "AND unit = 's' AND attributes ? 'lane'"));
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(
            "SELECT coalesce(sum(count), 0)::bigint FROM tidemark.metric_points WHERE metric = 'tidemark.collector.live.lag'") == subscriber.EventIds.Count);
        Assert.True(
            await collector.Database.ScalarAsync<bool>(
                "SELECT sum(stored) > 0 AND sum(rejected) = 0 FROM tidemark.ledger WHERE source = 'self' AND signal = 'metrics'"));
    }

    [Theory]
    [InlineData("Grpc")]
    [InlineData("HttpProtobuf")]
    public async Task Metrics_OtlpEndpointSet_ComeThereToo(string protocol)
    {
        await using var elsewhere = await CollectorUnderTest.StartAsync();
        var endpoint = protocol == "Grpc" ? elsewhere.Process.Grpc : new Uri(elsewhere.Process.Http, "/v1/metrics");
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string>(EverySecond)
        {
            ["Tidemark:Diagnostics:Store"] = "false",
            ["Tidemark:Diagnostics:OtlpEndpoint"] = endpoint.ToString(),
            ["Tidemark:Diagnostics:OtlpProtocol"] = protocol,
        });

        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(7)));

        await Eventually.TrueAsync(async () => await TotalAsync(elsewhere.Database, "stored", "traces") == 7);
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.metric_points"));
        // Read after counting stored items, because an export may happen in between.
        await Eventually.TrueAsync(async () => await elsewhere.Database.ScalarAsync<bool>(
            "SELECT coalesce(sum(count) > 0, false) FROM tidemark.metric_points WHERE metric = 'tidemark.collector.commit.duration' "
                + "AND service = 'tidemark-collector'"));
    }

    [Fact]
    public async Task Series_UnderRandomAgentsMethodsAndPaths_StayTheSame()
    {
        await using var collector = await CollectorUnderTest.StartAsync(EverySecond);
        using var client = new HttpClient();
        var random = new Random(int.Parse(Seed, System.Globalization.CultureInfo.InvariantCulture));
        // Everything has occurred once: all signals, all lanes, successful and failed responses, a subscriber.
        await BarrageAsync(collector, client, random, 60);
        await using (var subscriber = await SseClient.OpenAsync(collector.Process.Api)) await BarrageAsync(collector, client, random, 20);
        var before = await SettledSeriesAsync(collector.Database);

        await using (var subscriber = await SseClient.OpenAsync(collector.Process.Api)) await BarrageAsync(collector, client, random, 400);
        var after = await SettledSeriesAsync(collector.Database);

        Assert.InRange(before.Length, 20, 100);
        Assert.Equal(before, after);
    }

    private static async Task BarrageAsync(CollectorUnderTest collector, HttpClient client, Random random, int requests)
    {
        Uri[] doors = [collector.Process.Http, collector.Process.Api];
        string[] paths = ["/v1/traces", "/v1/logs", "/v1/metrics", "/api/sessions", "/api/sessions/{0}", "/api/events", "/{0}", "/readyz", "/api/{0}/{0}"];
        for (var i = 0; i < requests; i++)
        {
            var word = Word(random);
            var path = string.Format(System.Globalization.CultureInfo.InvariantCulture, paths[i % paths.Length], word);
            using var request = new HttpRequestMessage(
                new HttpMethod(i % 3 == 0 ? word.ToUpperInvariant() : i % 3 == 1 ? "POST" : "GET"), new Uri(doors[random.Next(2)], path));
            request.Headers.TryAddWithoutValidation("User-Agent", Word(random));
            if (i % 3 == 1) request.Content = new StringContent(word, Encoding.UTF8, i % 2 == 0 ? "application/json" : "application/x-protobuf");
            using var response = await client.SendAsync(request);
            var call = Calls.Inference(word, (ulong)TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() * 1_000_000);
            call.Attributes.Add("gen_ai.response.model", word);
            if (i % 4 == 0) await collector.SendAsync(OtlpProtobuf.Traces([call]));
        }
    }

    /// <summary>All metric series of the collector, from an export after everything was sent.</summary>
    private static async Task<string[]> SettledSeriesAsync(TestDatabase database)
    {
        var newest = await database.ScalarAsync<DateTime>("SELECT max(time) FROM tidemark.metric_points WHERE service = 'tidemark-collector'");
        await Eventually.TrueAsync(async () => await database.ScalarAsync<long>(
            $"SELECT count(DISTINCT time) FROM tidemark.metric_points WHERE metric = 'tidemark.collector.queued' AND time > '{newest:O}'") >= 3);
        return await database.ScalarAsync<string[]>(
            "SELECT array_agg(DISTINCT metric || ' ' || attributes::text ORDER BY metric || ' ' || attributes::text) FROM tidemark.metric_points "
                + "WHERE service = 'tidemark-collector'");
    }

    private static string Word(Random random) => new([.. Enumerable.Range(0, 12).Select(_ => (char)('a' + random.Next(26)))]);

    private static async Task<double> TotalAsync(TestDatabase database, string metric, string signal) => await database.ScalarAsync<double>(
        $"SELECT coalesce(sum(value), -1) FROM tidemark.metric_points WHERE metric = 'tidemark.collector.{metric}' AND attributes->>'signal' = '{signal}' "
            + "AND service = 'tidemark-collector'");

    private static async Task<double> LatestAsync(TestDatabase database, string metric) => await database.ScalarAsync<double>(
        $"SELECT value FROM tidemark.metric_points WHERE metric = 'tidemark.collector.{metric}' ORDER BY time DESC LIMIT 1");
}
