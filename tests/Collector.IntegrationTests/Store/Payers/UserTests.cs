using Dapper;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

public sealed class UserTests(ITestOutputHelper output)
{
    private const int Seed = 20261127;

    [Fact]
    public async Task Users_BeforeDuringAndAfterTheMerge_AgreeWithOperations()
    {
        output.WriteLine($"seed {Seed}");
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database, batch: 200);
        var request = OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 1_500));

        await collector.SendAsync(request);
        await collector.SendAsync(request);
        await AssertAsync(collector);
        Assert.Equal(200, await merging.RunOnceAsync());
        await AssertAsync(collector);
        await merging.RunAsync(collector.Database);
        await AssertAsync(collector);
        await collector.SendAsync(request);
        await merging.RunAsync(collector.Database);
        await AssertAsync(collector);

        Assert.Equal(PaidTraffic.Users, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.users"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.users WHERE user_id = 'user-0' AND cost_usd IS NOT NULL"));
    }

    [Fact]
    public async Task Users_SessionIsNamedLater_GainsTheOperationsOfTheTrace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        var first = Calls.Inference("s-1", PaidTraffic.Ago(120));
        var nameless = first with
        {
            SpanId = [1, 1, 1, 1, 1, 1, 1, 1],
            ParentSpanId = first.SpanId,
            Attributes = [.. first.Attributes.Where(one => one.Key != "session.id")],
        };
        var named = first with { Name = "turn", Kind = 1, Attributes = new OtlpAttributes { { "session.id", "s-1" }, { "user.id", "late" } } };

        await collector.SendAsync(OtlpProtobuf.Traces(nameless));
        await merging.RunAsync(collector.Database);
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.users"));
        await collector.SendAsync(OtlpProtobuf.Traces(named));
        await Settled.Async(collector);

        await AssertAsync(collector);
        await merging.RunAsync(collector.Database);
        await AssertAsync(collector);
        Assert.Equal(
            "late 1 1 120",
            await collector.Database.ScalarAsync<string>("SELECT user_id || ' ' || sessions || ' ' || operations || ' ' || total_tokens FROM tidemark.users"));
    }

    [Fact]
    public async Task Users_MirrorIsFoundLater_CountTheCallOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        var client = Calls.Inference("s-1", PaidTraffic.Ago(120));
        client = client with { Attributes = [.. client.Attributes, new("gen_ai.response.id", "chatcmpl-twice"), new("user.id", "u-1"), new("team", "search")] };
        var gateway = client with { TraceId = [.. client.TraceId.Reverse()], SpanId = [2, 2, 2, 2, 2, 2, 2, 2], EndNanos = client.EndNanos - 1_000_000 };
        gateway = gateway with
        {
            Attributes = [
            .. gateway.Attributes.Where(one => one.Key is not "session.id" and not "user.id"), new("user.id", "gateway-user")
        ]
        };

        await collector.SendAsync(OtlpProtobuf.Traces(client));
        await merging.RunAsync(collector.Database);
        await collector.SendAsync(OtlpProtobuf.Traces(new OtlpResource<OtlpSpan>(gateway) { ScopeName = "litellm" }));
        await Settled.Async(collector);

        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE mirror_of IS NOT NULL"));
        await AssertAsync(collector);
        await merging.RunAsync(collector.Database);
        await AssertAsync(collector);
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT sum(operations)::bigint FROM tidemark.users"));
    }

    [Fact]
    public async Task Users_AnyNumber_AreEachCounted()
    {
        const int users = 4_000;
        await using var collector = await CollectorUnderTest.StartAsync(Merging.Never);
        await using var merging = new Merging(collector.Database);
        foreach (var part in Enumerable.Range(0, users).Chunk(users / 2))
            await collector.SendAsync(OtlpProtobuf.Traces([.. part.Select(i => PaidTraffic.Call($"user-{i}", "search", i % 3_000))]));

        await merging.RunAsync(collector.Database);

        await AssertAsync(collector);
        Assert.Equal(users, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.users"));
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        Assert.Equal((51, users - 50L), await connection.QuerySingleAsync<(int, long)>(
            "SELECT count(*)::int, max(operations) FILTER (WHERE label = '__other__') FROM tidemark.stats(now() - interval '3 hours', now(), 'user')"));
    }

    private static Task AssertAsync(CollectorUnderTest collector) => PaidNumbers.AssertUsersAsync(collector.Database);
}
