using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Lanes;

/// <summary>Shared attributes of operations are stored once, invisibly to readers.</summary>
public sealed class TraitsTests
{
    private const string Models = "SELECT string_agg(DISTINCT request_model || ' ' || response_model || ' ' || finish_reason, ',') FROM tidemark.operations";

    [Fact]
    public async Task Send_SameAttributesManyTimes_StoresThemOnceAndShowsThemWithEach()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        await collector.SendAsync(OtlpProtobuf.Traces(Calls(40, _ => "0.2")));

        Assert.Equal(
            40,
            await collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.operations WHERE attributes ->> 'gen_ai.request.seed' = '0.2' "
                    + "AND (attributes ->> 'gen_ai.request.top_k')::numeric = 5"));
        Assert.Equal("gpt-5 gpt-5-2025 stop", await collector.Database.ScalarAsync<string>(Models));
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.traits WHERE attributes IS NOT NULL"));
        Assert.Equal(
            40,
            await collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark_store.operations WHERE traits > 0 AND request_model IS NULL AND finish_reason IS NULL "
                    + "AND attributes - 'gen_ai.response.id' = '{}'"));
    }

    /// <summary>A replay has the same models as the first report, hence no conflict.</summary>
    [Fact]
    public async Task Send_Again_IsDuplicateWithoutConflict()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var request = OtlpProtobuf.Traces(Calls(10, _ => "1"));

        await collector.SendAsync(request);
        await collector.SendAsync(request);

        Assert.Equal((10L, 10L, 0L), (
            await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"),
            await collector.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger"),
            await collector.Database.ScalarAsync<long>("SELECT sum(conflict)::bigint FROM tidemark.ledger")));
    }

    [Fact]
    public async Task Send_KeyOfManyValues_StaysInTheRows()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Store:TraitValues"] = "4" });

        await collector.SendAsync(OtlpProtobuf.Traces(Calls(60, i => $"{i}")));

        Assert.Equal(60, await collector.Database.ScalarAsync<long>("SELECT count(DISTINCT attributes ->> 'gen_ai.request.seed') FROM tidemark.operations"));
        Assert.Equal(56, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.operations WHERE attributes ? 'gen_ai.request.seed'"));
        Assert.Equal(5, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.traits"));
    }

    [Fact]
    public async Task Send_MoreKeysThanAreRemembered_StaysInTheRows()
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Store:TraitKeys"] = "1" });

        await collector.SendAsync(OtlpProtobuf.Traces(Calls(5, _ => "7")));

        Assert.Equal(
            5,
            await collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.operations WHERE attributes ->> 'gen_ai.request.seed' = '7' AND attributes ? 'gen_ai.request.top_k'"));
        Assert.Equal(
            1, await collector.Database.ScalarAsync<long>("SELECT max((SELECT count(*) FROM jsonb_object_keys(attributes))) FROM tidemark_store.traits"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Send_MoreCombinationsThanThereIsRoomFor_StoresTheRestWithTheOperations(int room)
    {
        await using var collector = await CollectorUnderTest.StartAsync(new Dictionary<string, string> { ["Tidemark:Store:Traits"] = $"{room}" });

        for (var request = 0; request < 3; request++) await collector.SendAsync(OtlpProtobuf.Traces(Calls(12, i => $"{i}", request)));

        Assert.Equal(room, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.traits"));
        Assert.Equal(12, await collector.Database.ScalarAsync<long>("SELECT count(DISTINCT attributes ->> 'gen_ai.request.seed') FROM tidemark.operations"));
        Assert.Equal(
            36,
            await collector.Database.ScalarAsync<long>(
                "SELECT count(*) FROM tidemark.operations WHERE request_model = 'gpt-5' AND response_model = 'gpt-5-2025' AND finish_reason = 'stop'"));
    }

    [Fact]
    public async Task Send_AfterNobodyUsedThemForLong_KeepsThemFromBeingForgotten()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(Calls(1, _ => "1")));
        await collector.Database.ExecuteAsync("UPDATE tidemark_store.traits SET used_on = used_on - 20");
        Assert.Equal(0, await collector.Process.StopAsync());
        await collector.Process.RestartAsync();

        await collector.SendAsync(OtlpProtobuf.Traces(Calls(1, _ => "1", 1)));

        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark_store.traits WHERE used_on > current_date - 2"));
        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE request_model = 'gpt-5'"));
    }

    /// <summary>The key is short: operations that differ in the omitted parts must remain two.</summary>
    [Fact]
    public async Task Send_SameSpanIdAndStartInTwoTraces_StoresBoth()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var one = Calls(1, _ => "1")[0];

        await collector.SendAsync(OtlpProtobuf.Traces([one, one with { TraceId = [.. one.TraceId.Reverse()] }]));

        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
    }

    [Fact]
    public async Task View_TraceAsked_IsFoundByIndex()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            "SET enable_seqscan = off; EXPLAIN SELECT * FROM tidemark.operations WHERE trace_id = 'abc'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var plan = "";
        while (await reader.ReadAsync()) plan += reader.GetString(0);

        Assert.Contains("encode", plan.Split("Index Cond:")[1].Split("->")[0], StringComparison.Ordinal);
    }

    private static OtlpSpan[] Calls(int count, Func<int, string> seed, int minutesAgo = 0)
    {
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-1 - minutesAgo).ToUnixTimeMilliseconds() * 1_000_000;
        return [.. Enumerable.Range(0, count).Select(i => new OtlpSpan
        {
            Name = "chat gpt-5",
            StartNanos = start + ((ulong)i * 1_000_000),
            EndNanos = start + ((ulong)i * 1_000_000) + 1_000_000,
            Attributes = new OtlpAttributes
            {
                { "gen_ai.operation.name", "chat" },
                { "gen_ai.request.model", "gpt-5" },
                { "gen_ai.response.model", "gpt-5-2025" },
                { "gen_ai.response.finish_reasons", new object?[] { "stop" } },
                { "gen_ai.response.id", $"resp-{minutesAgo}-{i}" },
                { "gen_ai.request.seed", seed(i) },
                { "gen_ai.request.top_k", 5 },
                { "session.id", "s-1" },
            },
        })];
    }
}
