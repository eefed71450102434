using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

public sealed class WindowTests
{
    private static readonly Dictionary<string, string> Fast = new() { ["Tidemark:Store:WindowInterval"] = "00:00:01" };

    [Fact]
    public async Task Refresh_NoOperations_TellsZeroRatherThanNothing()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Fast);

        await Eventually.TrueAsync(async () => await CurrentAsync(
            collector, "count(*) = 4 AND sum(operations) = 0 AND count(health_score) = 0", "scope = 'all'"));

        Assert.True(await collector.Database.ScalarAsync<bool>("SELECT count(*) > 0 FROM tidemark.windows"));
    }

    [Fact]
    public async Task Refresh_Operations_AgreesWithThemInEveryScope()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Fast);
        var spans = Calls.Inferences(100, sessions: 4, start: TimeProvider.System.GetUtcNow().AddSeconds(-20));
        spans = [.. spans.Select((span, i) => span with { EndNanos = span.StartNanos + (ulong)(i + 1) * 10_000_000, StatusCode = i < 10 ? 2 : 0 })];

        await collector.SendAsync(OtlpProtobuf.Traces(spans));
        await Eventually.TrueAsync(async () => await CurrentAsync(collector, "sum(operations) = 100", "scope = 'all' AND window_seconds = 60"));

        foreach (var (scope, value) in new[]
        {
            ("all", ""),
            ("service", "checkout-agent"),
            ("model", "kimi-k2-0905-preview"),
            ("provider", "moonshot_ai"),
            ("kind", "inference"),
        })
        {
            Assert.True(
                await CurrentAsync(
                    collector,
                    "bool_and(operations = 100 AND errors = 10 AND error_ratio = 0.1 AND total_tokens = 12000 AND operations_by_kind = '{\"inference\": 100}')",
                    $"scope = '{scope}' AND scope_value = '{value}'"),
                $"{scope} {value}");
        }

        Assert.True(await CurrentAsync(collector, "bool_and(sessions_active = 4)", "scope IN ('all', 'service', 'model', 'provider')"));
        // Exact percentiles of 10, 20, ... 1000 ms are 500, 950 and 990; the histogram may be 1.1 % off.
        Assert.True(await CurrentAsync(
            collector,
            "bool_and(abs(p50_ms / 500 - 1) <= 0.011 AND abs(p95_ms / 950 - 1) <= 0.011 AND abs(p99_ms / 990 - 1) <= 0.011 AND abs(avg_ms / 505 - 1) < 1e-9)",
            "scope = 'all'"));
        Assert.True(await CurrentAsync(
            collector, "bool_and(abs(health_score - (40 * 0.9 + 30 + 15 + 15)) < 1e-9 AND health_status = 'healthy')", "scope = 'all'"));
    }

    [Fact]
    public async Task Refresh_MoreValuesThanShown_FoldsTheRestIntoOther()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Fast);
        var spans = Calls.Inferences(60, sessions: 60, start: TimeProvider.System.GetUtcNow().AddSeconds(-20));
        OtlpResource<OtlpSpan>[] resources =
        [
            .. spans.Select((span, i) => new OtlpResource<OtlpSpan>(span) { Attributes = new OtlpAttributes { { "service.name", $"service-{i:00}" } } }),
        ];

        await collector.SendAsync(OtlpProtobuf.Traces(resources));
        await Eventually.TrueAsync(async () => await CurrentAsync(collector, "sum(operations) = 60", "scope = 'all' AND window_seconds = 60"));

        Assert.True(await CurrentAsync(collector, "count(*) = 51 AND sum(operations) = 60", "scope = 'service' AND window_seconds = 60"));
        Assert.True(await CurrentAsync(
            collector, "bool_and(operations = 10 AND sessions_active = 10)", "scope = 'service' AND scope_value = '__other__' AND window_seconds = 60"));
    }

    private static Task<bool> CurrentAsync(CollectorUnderTest collector, string what, string where) =>
        collector.Database.ScalarAsync<bool>($"SELECT coalesce({what}, false) FROM tidemark.windows_now WHERE {where}");
}
