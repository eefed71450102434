using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class EventSettlingTests
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Pipeline:BindingWait"] = "00:00:02",
        ["Tidemark:Pipeline:UsageWait"] = "00:00:02",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_EventAndSpanOfOneCall_CountedOnceInEitherOrder(bool eventFirst)
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var span = Calls.Inferences(1)[0];

        if (eventFirst) await SendEventAsync(collector, span);
        await collector.SendAsync(OtlpProtobuf.Traces(span));
        if (!eventFirst) await SendEventAsync(collector, span);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        Assert.Equal("span", await collector.Database.ScalarAsync<string>("SELECT source FROM tidemark.operations"));
    }

    [Fact]
    public async Task Export_EventWithoutSpan_BecomesTheOperation()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var span = Calls.Inferences(1)[0];

        await SendEventAsync(collector, span);
        await SettledAsync(collector);
        await SendEventAsync(collector, span);
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        Assert.Equal("event", await collector.Database.ScalarAsync<string>("SELECT source FROM tidemark.operations"));
    }

    [Fact]
    public async Task Export_SpanAfterItsEventWasSettled_TakesItsPlace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var span = Calls.Inferences(1)[0];

        await SendEventAsync(collector, span);
        await SettledAsync(collector);
        await collector.SendAsync(OtlpProtobuf.Traces(span));
        await SettledAsync(collector);

        await collector.AssertStoredAsync(1, Calls.TokensEach);
        Assert.Equal("span", await collector.Database.ScalarAsync<string>("SELECT source FROM tidemark.operations"));
    }

    private static async Task SendEventAsync(CollectorUnderTest collector, OtlpSpan span)
    {
        var log = new OtlpLog
        {
            TimeNanos = span.EndNanos,
            TraceId = span.TraceId,
            SpanId = span.SpanId,
            EventName = "gen_ai.client.inference.operation.details",
            Attributes = span.Attributes,
        };
        using var response = await collector.PostAsync("/v1/logs", OtlpProtobuf.Logs(log));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private static Task SettledAsync(CollectorUnderTest collector) => Settled.Async(collector);
}
