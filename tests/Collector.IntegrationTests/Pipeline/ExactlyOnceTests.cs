using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class ExactlyOnceTests
{
    [Fact]
    public async Task Export_SameBatchThreeTimes_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var batch = OtlpProtobuf.Traces(Calls.Inferences(200));

        for (var i = 0; i < 3; i++) await collector.SendAsync(batch);

        await collector.AssertStoredAsync(200, 200 * Calls.TokensEach);
        Assert.Equal(400, await collector.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger"));
    }

    [Fact]
    public async Task Export_SameBatchAtOnceOverTwoConnections_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        for (var round = 0; round < 10; round++)
        {
            var batch = OtlpProtobuf.Traces(Calls.Inferences(100));
            await Task.WhenAll(collector.SendAsync(batch), collector.SendAsync(batch), collector.SendAsync(batch));
        }

        await collector.AssertStoredAsync(1000, 1000 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SameBatchAtOnceToTwoCollectors_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var second = await Tidemark.Testing.Processes.CollectorProcess.StartAsync(collector.Database.ConnectionString);
        using var client = new HttpClient { BaseAddress = second.Http };
        for (var round = 0; round < 10; round++)
        {
            var batch = OtlpProtobuf.Traces(Calls.Inferences(100));
            using var content = new ByteArrayContent(batch);
            content.Headers.ContentType = new("application/x-protobuf");
            var other = client.PostAsync(new Uri("/v1/traces", UriKind.Relative), content);
            await collector.SendAsync(batch);
            using var response = await other;
            Assert.True(response.IsSuccessStatusCode, second.Output);
        }

        await collector.AssertStoredAsync(1000, 1000 * Calls.TokensEach);
        // Sessions report their statistics when they end, at the latest.
        Assert.Equal(0, await second.StopAsync());
        Assert.Equal(0, await collector.Process.StopAsync());
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()"));
    }

    [Fact]
    public async Task Export_RecutBatches_StoresTheirUnion()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var spans = Calls.Inferences(300);

        await collector.SendAsync(OtlpProtobuf.Traces(spans[..200]));
        await collector.SendAsync(OtlpProtobuf.Traces([.. spans[100..].Reverse()]));
        await collector.SendAsync(OtlpProtobuf.Traces([.. spans.Where((_, i) => i % 3 == 0)]));

        await collector.AssertStoredAsync(300, 300 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SpanTwiceInOneRequest_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var spans = Calls.Inferences(10);

        await collector.SendAsync(OtlpProtobuf.Traces([.. spans, .. spans]));

        await collector.AssertStoredAsync(10, 10 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SameSpanIdInTwoTraces_KeepsBoth()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var spans = Calls.Inferences(2);

        await collector.SendAsync(OtlpProtobuf.Traces(spans[0], spans[1] with { SpanId = spans[0].SpanId }));

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
    }

    [Fact]
    public async Task Export_SameIdsOtherPayload_FirstWinsAndIsCountedAsConflict()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var first = Calls.Inferences(1)[0];
        var changed = first with { Attributes = [.. first.Attributes.Where(one => one.Key != "gen_ai.usage.input_tokens")] };
        changed.Attributes.Add("gen_ai.usage.input_tokens", 999);

        await collector.SendAsync(OtlpProtobuf.Traces(first));
        await collector.SendAsync(OtlpProtobuf.Traces(first));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT sum(conflict)::bigint FROM tidemark.ledger"));
        await collector.SendAsync(OtlpProtobuf.Traces(changed));

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT sum(conflict)::bigint FROM tidemark.ledger"));
        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger"));
    }
}
