using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

public sealed class RollupCheckTests
{
    private static readonly Dictionary<string, string> Fast = new() { ["Tidemark:Store:CheckInterval"] = "00:00:01" };

    [Fact]
    public async Task Check_CallsAcrossTheHour_FindsNoDriftUntilARowIsTampered()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Fast);
        var now = TimeProvider.System.GetUtcNow();
        var hour = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerHour)).AddSeconds(-30);
        var spans = Calls.Inferences(20, start: hour).Select((span, i) => span with { EndNanos = span.StartNanos + (ulong)(i * 2) * 1_000_000_000 }).ToArray();

        await collector.SendAsync(OtlpProtobuf.Traces(spans));
        await Eventually.TrueAsync(
            async () => await collector.Database.ScalarAsync<long>("SELECT coalesce(sum(raw), 0)::bigint FROM tidemark.rollup_drift") == 20);

        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT sum(abs(drift) + abs(token_drift))::bigint FROM tidemark.rollup_drift"));

        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(CountedRows.Deltas) == 0);
        Assert.Equal(0, await collector.Database.ScalarAsync<long>("SELECT sum(abs(drift) + abs(token_drift))::bigint FROM tidemark.rollup_drift"));

        await collector.Database.ExecuteAsync("UPDATE tidemark_store.rollups SET operations = operations + 1 WHERE tier = 3600");
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>("SELECT max(abs(drift))::bigint FROM tidemark.rollup_drift") >= 1);
    }
}
