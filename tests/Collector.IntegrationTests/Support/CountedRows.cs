namespace Tidemark.Collector.IntegrationTests.Support;

/// <summary>What rollups count, as SQL to select from: a tier's rows of one scope, and the deltas that are not merged yet.</summary>
internal static class CountedRows
{
    private const int All = 0;
    private const int Series = 6;

    /// <summary>Rows for the whole, and deltas.</summary>
    public static string Of(int tier) =>
        $"(SELECT r.* FROM tidemark_store.rollups r JOIN tidemark_store.series s ON s.number = r.series WHERE s.scope = {All} AND r.tier = {tier} UNION ALL {Waiting}) AS counted";

    /// <summary>Rows of whole series, and deltas.</summary>
    public static string OfSeries(int tier) =>
        $"(SELECT r.* FROM tidemark_store.rollups r JOIN tidemark_store.series s ON s.number = r.series WHERE s.scope = {Series} AND r.tier = {tier} UNION ALL {Waiting}) AS counted";

    /// <summary>Deltas that wait to be merged.</summary>
    public const string Deltas = "SELECT count(*) FROM tidemark_store.rollup_deltas";

    private static string Waiting => $"SELECT d.* FROM tidemark_store.unmerged_rollups d JOIN tidemark_store.series s ON s.number = d.series AND s.scope = {Series}";
}
