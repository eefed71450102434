using Tidemark.Collector.IntegrationTests.Support;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Rollups;

/// <summary>Cells are put in front of a row's others until there are many, and added up from then on: neither may change what is counted.</summary>
public sealed class CellMergeTests
{
    private const int Cells = 300;
    private const int Requests = 3;

    [Fact]
    public async Task Add_MoreCellsThanARowIsToHold_AddsThemUp()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        var end = (ulong)TimeProvider.System.GetUtcNow().AddHours(-2).ToUnixTimeMilliseconds() * 1_000_000;

        for (var request = 0; request < Requests; request++) await collector.SendAsync(OtlpProtobuf.Traces(Spread(end)));

        const string Row = "FROM tidemark_store.rollups r JOIN tidemark_store.series s ON s.number = r.series WHERE s.scope = 0 AND r.tier = 3600";
        Assert.Equal(Cells, await collector.Database.ScalarAsync<int>($"SELECT cardinality(cells) {Row}"));
        Assert.Equal(Requests * Cells, await collector.Database.ScalarAsync<long>($"SELECT (SELECT sum(c & 1099511627775) FROM unnest(cells) AS c)::bigint {Row}"));
        Assert.Equal(
            Cells, await collector.Database.ScalarAsync<long>($"SELECT (SELECT count(DISTINCT c >> 40) FROM unnest(cells) AS c) {Row}"));
    }

    // A cell is its bucket above 40 bits of count: the counts' halves are summed apart, and neither may be lost or reach the bucket.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_048_575, 1)]
    [InlineData(3_000_000_000, 5_000_000_123)]
    [InlineData(549_755_813_887, 549_755_813_888)]
    public async Task CellsAdd_LargeCounts_AreExact(long first, long second)
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        var cells = await collector.Database.ScalarAsync<string>(
            $"SELECT (SELECT string_agg((c >> 40) || ':' || (c & 1099511627775), ' ' ORDER BY c) FROM unnest(tidemark_store.cells_add("
            + $"ARRAY[(7::bigint << 40) + {first}, (9::bigint << 40) + 4], ARRAY[(7::bigint << 40) + {second}])) AS c)");

        Assert.Equal($"7:{first + second} 9:4", cells);
    }

    // One value in the middle of each of so many neighbouring buckets of the histogram: 32 of them are one doubling.
    private static OtlpSpan[] Spread(ulong end) =>
    [
        .. Enumerable.Range(0, Cells).Select(cell => new OtlpSpan
        {
            Name = "execute_tool search",
            StartNanos = end - ((ulong)Math.Round(1024 * Math.Pow(2, (cell + 0.5) / 32)) * 1000),
            EndNanos = end,
            Attributes = new OtlpAttributes { { "gen_ai.operation.name", "execute_tool" }, { "gen_ai.tool.name", "search" }, { "session.id", "s-1" } },
        }),
    ];
}
