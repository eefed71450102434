using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

/// <summary>A tool call through MCP, reported by the framework's <c>execute_tool</c> span and the MCP client's <c>tools/call</c> span.</summary>
public sealed class McpToolCallTests
{
    private static readonly Dictionary<string, string> Impatient = new()
    {
        ["Tidemark:Pipeline:BindingWait"] = "00:00:02",
        ["Tidemark:Pipeline:UsageWait"] = "00:00:02",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    // One time for both spans: two clock readings may differ by more than the tolerance for reports of one call.
    private static readonly ulong Start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-2).ToUnixTimeMilliseconds() * 1_000_000;

    private static readonly OtlpSpan Framework = Span(
        new OtlpSpan { Name = "execute_tool search", Kind = 1 }, ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.call.id", "c-1"));

    private static readonly OtlpSpan Client = Span(
        new OtlpSpan { Name = "tools/call search", TraceId = Framework.TraceId, ParentSpanId = Framework.SpanId }, ("mcp.method.name", "tools/call"),
        ("mcp.session.id", "m-1"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Export_ClientBelowFramework_CountedOnceInEitherOrder(bool clientFirst)
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);

        await collector.SendAsync(OtlpProtobuf.Traces(clientFirst ? Client : Framework));
        await collector.SendAsync(OtlpProtobuf.Traces(clientFirst ? Framework : Client));
        await SettledAsync(collector);
        await collector.SendAsync(OtlpProtobuf.Traces(Client, Framework));
        await SettledAsync(collector);

        await AssertToolCallsAsync(collector, 1);
    }

    [Fact]
    public async Task Export_ClientBesideFrameworkWithItsCallId_CountedOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var parent = new OtlpSpan().SpanId;
        var beside = Client with { ParentSpanId = parent, Attributes = [.. Client.Attributes, new("gen_ai.tool.call.id", "c-1")] };

        await collector.SendAsync(OtlpProtobuf.Traces(beside, Framework with { ParentSpanId = parent }));
        await SettledAsync(collector);

        await AssertToolCallsAsync(collector, 1);
    }

    [Fact]
    public async Task Export_ClientAlone_IsTheToolCall()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var agent = Framework with
        {
            Name = "invoke_agent planner",
            Attributes = new() { { "gen_ai.operation.name", "invoke_agent" }, { "session.id", "s-1" } },
        };

        await collector.SendAsync(OtlpProtobuf.Traces(Client));
        await SettledAsync(collector);
        await AssertToolCallsAsync(collector, 1);

        // The enclosing span is not a run of the tool, even if it arrives late.
        await collector.SendAsync(OtlpProtobuf.Traces(agent));
        await collector.AssertStoredAsync(2, 0);
    }

    [Fact]
    public async Task Export_FrameworkAfterItsClientWasSettled_CountsInItsPlace()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);

        await collector.SendAsync(OtlpProtobuf.Traces(Client));
        await SettledAsync(collector);
        await collector.SendAsync(OtlpProtobuf.Traces(Framework));
        await SettledAsync(collector);

        await AssertToolCallsAsync(collector, 1);
        Assert.Equal(
            "c-1", await collector.Database.ScalarAsync<string>("SELECT attributes ->> 'gen_ai.tool.call.id' FROM tidemark.operations WHERE kind = 'tool'"));
    }

    [Fact]
    public async Task Export_OtherToolInsideATool_IsACallOfItsOwn()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Impatient);
        var research = Framework with
        {
            Attributes = new() { { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", "research" }, { "session.id", "s-1" } },
        };

        await collector.SendAsync(OtlpProtobuf.Traces(research, Client));
        await SettledAsync(collector);

        await AssertToolCallsAsync(collector, 2);
    }

    private static OtlpSpan Span(OtlpSpan span, params (string Key, object? Value)[] attributes)
    {
        return span with
        {
            StartNanos = Start,
            EndNanos = Start + 40_000_000,
            Attributes = [
                new("session.id", "s-1"), new("gen_ai.tool.name", "search"), .. attributes.Select(one => new KeyValuePair<string, object?>(one.Key, one.Value))
            ],
        };
    }

    private static async Task AssertToolCallsAsync(CollectorUnderTest collector, long count)
    {
        Assert.Equal(count, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE mirror_of IS NULL"));
        Assert.Equal(count, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations WHERE kind = 'tool'"));
        Assert.Equal(count, await collector.Database.ScalarAsync<long>("SELECT sum(tool_calls)::bigint FROM tidemark.sessions"));
    }

    private static Task SettledAsync(CollectorUnderTest collector) => Settled.Async(collector);
}
