namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>SQL for rollups: a tier's rows of one scope, and unmerged deltas.</summary>
internal static class CountedRows
{
    private const int All = 0;
    private const int Series = 6;

    private static readonly string[] Names =
    [
        "series", "bucket", "operations", "errors", "slow", "duration_us", "input_tokens", "output_tokens", "cache_read_tokens", "cache_write_tokens",
        "reasoning_tokens",
        "cost_usd", "unpriced", "bytes", "ttft_us", "ttft_count", "cache_lookups", "cache_hits", "dependencies", "dependency_errors", "cells",
    ];

    /// <summary>Rows for the whole, and deltas.</summary>
    public static string Of(int tier) =>
        $"(SELECT {Measures("r")} FROM tidemark_store.rollups r JOIN tidemark_store.series s ON s.number = r.series WHERE s.scope = {All} "
            + $"AND r.tier = {tier} UNION ALL {Waiting}) AS counted";

    /// <summary>Rows of whole series, and deltas.</summary>
    public static string OfSeries(int tier) =>
        $"(SELECT {Measures("r")} FROM tidemark_store.rollups r JOIN tidemark_store.series s ON s.number = r.series WHERE s.scope = {Series} "
            + $"AND r.tier = {tier} UNION ALL {Waiting}) AS counted";

    /// <summary>Number of unmerged deltas.</summary>
    public const string Deltas = "SELECT count(*) FROM tidemark_store.rollup_deltas";

    // By name, because a newer version's table may have additional columns.
    private static string Measures(string alias) => string.Join(", ", Names.Select(name => $"{alias}.{name}"));

    private static string Waiting =>
        $"SELECT {Measures("d")} FROM tidemark_store.unmerged_rollups d JOIN tidemark_store.series s ON s.number = d.series AND s.scope = {Series}";
}
