using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Sessions;

/// <summary>Findings about calls of a session must not depend on which sessions are read.</summary>
public sealed class BusySessionTests
{
    [Fact]
    public async Task Insights_SessionThatFailsAgainAndAgain_IsARetryStorm()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        await collector.SendAsync(OtlpProtobuf.Traces(
        [
            .. Model("s-storm", 14, failures: 11), .. Model("s-few", 9, failures: 9), .. Model("s-mostly-fine", 30, failures: 12),
        ]));

        Assert.Equal(
            "s-storm: 11 of 14",
            await collector.Database.ScalarAsync<string>("""
                SELECT string_agg(format('%s: %s of %s', session_id, evidence ->> 'failures', evidence ->> 'calls'), ',' ORDER BY session_id)
                FROM tidemark.insights WHERE insight = 'retry_storm'
                """));
    }

    [Fact]
    public async Task Insights_ToolThatOneSessionRunsFarMoreOften_IsALoop()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        await collector.SendAsync(OtlpProtobuf.Traces(
        [
            .. Tool("s-loop", "search", 30), .. Enumerable.Range(0, 6).SelectMany(i => Tool($"s-{i}", "search", 2)), .. Tool("s-alone", "rare", 40),
        ]));

        Assert.Equal(
            "s-loop: search 30, usually 2",
            await collector.Database.ScalarAsync<string>("""
                SELECT string_agg(format('%s: %s %s, usually %s', session_id, evidence ->> 'tool', evidence ->> 'calls', evidence ->> 'median_of_sessions'), ',')
                FROM tidemark.insights WHERE insight = 'tool_loop'
                """));
    }

    private static IEnumerable<OtlpSpan> Model(string session, int calls, int failures) =>
        Enumerable.Range(0, calls).Select(i => Calls.Inference(session, At(i)) with { StatusCode = i < failures ? 2 : 0 });

    private static IEnumerable<OtlpSpan> Tool(string session, string tool, int calls) => Enumerable.Range(0, calls).Select(i => new OtlpSpan
    {
        StartNanos = At(i),
        EndNanos = At(i) + 1_000_000,
        Attributes = new OtlpAttributes { { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", tool }, { "session.id", session } },
    });

    private static ulong At(int seconds) => (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-2).AddSeconds(seconds).ToUnixTimeMilliseconds() * 1_000_000;
}
