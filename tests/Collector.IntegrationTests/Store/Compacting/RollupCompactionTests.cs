using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Compacting;

public sealed class RollupCompactionTests
{
    private static readonly Dictionary<string, string> Fast = new() { ["Tidemark:Store:CompactInterval"] = "00:00:15" };

    private const string Cells = "SELECT sum(cardinality(cells))::bigint FROM tidemark_store.rollups WHERE tier = 10";
    private const string Buckets = "SELECT count(*) FROM (SELECT DISTINCT tier, series, bucket, slot, c >> 40 FROM tidemark_store.rollups, unnest(cells) AS c WHERE tier = 10) one";
    private const string Counted = "SELECT sum(c & 1099511627775)::bigint FROM tidemark_store.rollups, unnest(cells) AS c WHERE tier = 10";

    [Fact]
    public async Task Compact_BucketHasEnded_LeavesOneCellABucketAndTheSameCounts()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Fast);
        var now = TimeProvider.System.GetUtcNow();
        // All end in one bucket, which is still open or will be within the pass's reach; each request puts its cells before the last's.
        var bucket = now.AddTicks(-(now.Ticks % (10 * TimeSpan.TicksPerSecond)));
        foreach (var _ in Enumerable.Range(0, 4))
        {
            var spans = Calls.Inferences(40, start: bucket).Select((span, i) => span with { EndNanos = span.StartNanos + (ulong)(1 + i) * 20_000_000 }).ToArray();
            await collector.SendAsync(OtlpProtobuf.Traces(spans));
        }

        var counted = await collector.Database.ScalarAsync<long>(Counted);
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(Cells) == await collector.Database.ScalarAsync<long>(Buckets), TimeSpan.FromMinutes(2));

        Assert.Equal(counted, await collector.Database.ScalarAsync<long>(Counted));
        await collector.AssertStoredAsync(160, 160 * Calls.TokensEach);
    }
}
