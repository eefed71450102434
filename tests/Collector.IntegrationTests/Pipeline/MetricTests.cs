using System.Net;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Pipeline;

public sealed class MetricTests
{
    private const int Cumulative = 2;

    [Fact]
    public async Task Export_CumulativeCounterResentAndReordered_AddsUpToItsLastTotal()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds() * 1_000_000;
        var requests = new[] { (10, 100L), (20, 250L), (30, 400L) }.Select(one => Request(start, one.Item1, one.Item2)).ToArray();

        foreach (var i in new[] { 0, 2, 1, 2, 0 })
        {
            using var response = await collector.PostAsync("/v1/metrics", requests[i]);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(
            400, await collector.Database.ScalarAsync<double>("SELECT sum(value) FROM tidemark.metric_points WHERE metric = 'claude_code.token.usage'"));
        Assert.Equal(3, await collector.Database.ScalarAsync<long>("SELECT sum(stored)::bigint FROM tidemark.ledger WHERE signal = 'metrics'"));
        Assert.Equal(2, await collector.Database.ScalarAsync<long>("SELECT sum(duplicate)::bigint FROM tidemark.ledger WHERE signal = 'metrics'"));
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.operations"));
    }

    [Fact]
    public async Task Export_TwoProcessesWithOneSession_AreNotTakenForOne()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var start = (ulong)TimeProvider.System.GetUtcNow().AddMinutes(-5).ToUnixTimeMilliseconds() * 1_000_000;

        foreach (var (later, second, total) in new[] { (0ul, 10, 100L), (1_000_000ul, 11, 7L), (0ul, 20, 150L), (1_000_000ul, 21, 9L) })
        {
            using var response = await collector.PostAsync("/v1/metrics", Request(start + later, second, total));
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.Equal(159, await collector.Database.ScalarAsync<double>("SELECT sum(value) FROM tidemark.metric_points"));
    }

    private static byte[] Request(ulong start, int second, long total)
    {
        var point = new OtlpPoint
        {
            StartNanos = start,
            TimeNanos = start + (ulong)second * 1_000_000_000,
            Value = total,
            Attributes = new OtlpAttributes { { "session.id", "s-1" }, { "type", "input" } },
        };
        return OtlpProtobuf.Metrics(new OtlpMetric("claude_code.token.usage", OtlpMetric.Sum, point)
        {
            Unit = "tokens",
            Temporality = Cumulative,
            IsMonotonic = true,
        });
    }
}
