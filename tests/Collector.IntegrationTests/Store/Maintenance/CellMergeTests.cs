using Tidemark.Collector.IntegrationTests.Testing;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

/// <summary>Cells of a bucket are summed, whatever their counts.</summary>
public sealed class CellMergeTests
{
    // A cell is its bucket above 40 bits of a signed count, which must not overflow into the bucket.
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1_048_575, 1)]
    [InlineData(3_000_000_000, 5_000_000_123)]
    [InlineData(5, -12)]
    [InlineData(-1, -1)]
    [InlineData(-274_877_906_944, -274_877_906_944)]
    [InlineData(274_877_906_943, 274_877_906_944)]
    public async Task CellsAdd_LargeCounts_AreExact(long first, long second)
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        var cells = await collector.Database.ScalarAsync<string>(
            "SELECT (SELECT string_agg(tidemark_store.cell_bucket(c) || ':' || tidemark_store.cell_count(c), ' ' ORDER BY c) "
                + "FROM unnest(tidemark_store.cells_add("
            + $"ARRAY[(7::bigint << 40) + {first}, (9::bigint << 40) + 4], ARRAY[(7::bigint << 40) + {second}])) AS c)");

        Assert.Equal($"7:{first + second} 9:4", cells);
    }

    [Fact]
    public async Task CellsAdd_CountsThatCancel_LeaveNoCell()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        Assert.Equal(
            "{}",
            await collector.Database.ScalarAsync<string>("SELECT tidemark_store.cells_add(ARRAY[(7::bigint << 40) + 3], ARRAY[(7::bigint << 40) - 3])::text"));
    }

    [Fact]
    public async Task CellsAppend_ManyTimes_KeepsTheSumsInABoundedArray()
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        var seen = await collector.Database.ScalarAsync<string>(
            """
            WITH RECURSIVE grown AS (
                SELECT 0 AS n, '{}'::bigint[] AS cells
                UNION ALL
                SELECT n + 1, tidemark_store.cells_append(cells, ARRAY[((n % 3 + 7)::bigint << 40) + 1, (20::bigint << 40) - 2]) FROM grown WHERE n < 300
            )
            SELECT (SELECT max(cardinality(cells)) < 140 FROM grown) || ' ' || string_agg(bucket || ':' || amount, ' ' ORDER BY bucket)
            FROM (
                SELECT tidemark_store.cell_bucket(c) AS bucket, sum(tidemark_store.cell_count(c)) AS amount
                FROM grown, unnest(cells) AS c WHERE n = 300 GROUP BY 1
            ) sums
            """);

        Assert.Equal("true 7:100 8:100 9:100 20:-600", seen);
    }
}
