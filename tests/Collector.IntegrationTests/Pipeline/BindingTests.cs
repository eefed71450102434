using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class BindingTests
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Pipeline:BindingWait"] = "00:00:02",
        ["Tidemark:Pipeline:UsageWait"] = "00:00:02",
    };

    private static readonly Dictionary<string, string> Patient = new()
    {
        ["Tidemark:Pipeline:BindingWait"] = "00:10:00",
        ["Tidemark:Pipeline:UsageWait"] = "00:10:00",
    };

    [Fact]
    public async Task Export_TraceNamesSessionInSameRequest_BindsAtOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Patient);
        var (named, nameless) = Pair();

        await collector.SendAsync(OtlpProtobuf.Traces(nameless, named));

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(2, await InSessionAsync(collector));
        await Settled.Async(collector);
        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(2, await InSessionAsync(collector));
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
        await Settled.Async(collector);
        foreach (var request in requests) await collector.SendAsync(request);
        await collector.SendAsync(OtlpProtobuf.Traces(named, nameless));
        await Settled.Async(collector);

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(2, await InSessionAsync(collector));
    }

    [Fact]
    public async Task Export_NothingOfOpenTraceNamesSession_InfersOneAfterTheWait()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var nameless = Pair().Nameless with { ParentSpanId = [9, 9, 9, 9, 9, 9, 9, 9] };

        await collector.SendAsync(OtlpProtobuf.Traces(nameless));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions"));
        await Settled.Async(collector);

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        await AssertInferredAsync(collector, nameless);
    }

    [Fact]
    public async Task Export_NothingOfWholeTraceNamesSession_InfersOneAtOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Patient);
        var (_, nameless) = Pair();

        await collector.SendAsync(OtlpProtobuf.Traces(nameless));

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        await AssertInferredAsync(collector, nameless);
    }

    [Fact]
    public async Task Export_SessionNamedAfterOneWasInferred_TakesItsPlace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Patient);
        var (named, nameless) = Pair();

        await collector.SendAsync(OtlpProtobuf.Traces(nameless));
        await AssertInferredAsync(collector, nameless);
        await collector.SendAsync(OtlpProtobuf.Traces(named));
        await Settled.Async(collector);

        await collector.AssertStoredAsync(2, 2 * Calls.TokensEach);
        Assert.Equal(2, await InSessionAsync(collector));
        Assert.Equal("s-0 false", await collector.Database.ScalarAsync<string>("SELECT string_agg(session_id || ' ' || inferred, ',') FROM tidemark.sessions"));
    }

    [Fact]
    public async Task Export_PlainWebTraffic_GetsNoSession()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var request = Pair().Nameless with { Kind = 2, Attributes = new OtlpAttributes { { "http.request.method", "GET" }, { "http.route", "/" } } };

        await collector.SendAsync(OtlpProtobuf.Traces(request));
        await Settled.Async(collector);

        Assert.Equal(1, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE kind = 'request' AND session_id IS NULL"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions"));
    }

    private static (OtlpSpan Named, OtlpSpan Nameless) Pair()
    {
        var spans = Calls.Inferences(2, sessions: 1);
        var nameless = spans[1] with { TraceId = spans[0].TraceId, Attributes = [.. spans[1].Attributes.Where(one => one.Key != "session.id")] };
        return (spans[0], nameless);
    }

    private static Task<long> InSessionAsync(CollectorUnderTest collector) =>
        collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE session_id = 's-0'");

    private static async Task AssertInferredAsync(CollectorUnderTest collector, OtlpSpan span) => Assert.Equal(
        $"trace:{Convert.ToHexStringLower(span.TraceId)} true",
        await collector.Database.ScalarAsync<string>("SELECT session_id || ' ' || inferred FROM tidemark.sessions"));
}
