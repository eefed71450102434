using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class BindingTests
{
    private static readonly Dictionary<string, string> Impatient = new() { ["Tidemark:Pipeline:BindingWait"] = "00:00:02" };

    private static readonly Dictionary<string, string> Patient = new() { ["Tidemark:Pipeline:BindingWait"] = "00:10:00" };

    [Fact]
    public async Task Export_TraceNamesSessionInSameRequest_BindsAtOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Patient);
        var (named, nameless) = Pair();

        await collector.SendAsync(OtlpProtobuf.Traces(nameless, named));

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(0, await WaitingAsync(collector));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_TraceNamesSessionInOtherRequest_BindsOnceInEitherOrder(bool namedFirst)
    {
        await using var collector = await CollectorUnderTest.StartAsync(Patient);
        var (named, nameless) = Pair();
        byte[][] requests = [OtlpProtobuf.Traces(named), OtlpProtobuf.Traces(nameless)];

        await collector.SendAsync(requests[namedFirst ? 0 : 1]);
        await collector.SendAsync(requests[namedFirst ? 1 : 0]);
        await Eventually.TrueAsync(async () => await WaitingAsync(collector) == 0);
        foreach (var request in requests) await collector.SendAsync(request);
        await collector.SendAsync(OtlpProtobuf.Traces(named, nameless));

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE session_id = 's-0'"));
        Assert.Equal(0, await WaitingAsync(collector));
    }

    [Fact]
    public async Task Export_NothingNamesSession_InfersOneForTheTrace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var (_, nameless) = Pair();

        await collector.SendAsync(OtlpProtobuf.Traces(nameless));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions"));
        await Eventually.TrueAsync(async () => await WaitingAsync(collector) == 0);

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        Assert.Equal(
            $"trace:{Convert.ToHexStringLower(nameless.TraceId)} true",
            await collector.Database.ScalarAsync<string>("SELECT session_id || ' ' || inferred FROM tidemark.sessions"));
    }

    [Fact]
    public async Task Export_PlainWebTraffic_GetsNoSession()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var request = Pair().Nameless with { Kind = 2, Attributes = new OtlpAttributes { { "http.request.method", "GET" }, { "http.route", "/" } } };

        await collector.SendAsync(OtlpProtobuf.Traces(request));
        await Eventually.TrueAsync(async () => await WaitingAsync(collector) == 0);

        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE kind = 'request' AND session_id IS NULL"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions"));
    }

    private static (OtlpSpan Named, OtlpSpan Nameless) Pair()
    {
        var spans = Calls.Inferences(2, sessions: 1);
        var nameless = spans[1] with { TraceId = spans[0].TraceId, Attributes = [.. spans[1].Attributes.Where(one => one.Key != "session.id")] };
        return (spans[0], nameless);
    }

    private static Task<long> WaitingAsync(CollectorUnderTest collector) => Settled.WaitingAsync(collector);
}
