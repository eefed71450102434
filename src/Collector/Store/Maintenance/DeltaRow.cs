using Npgsql;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>A row of <c>take_rollup_deltas.sql</c>.</summary>
/// <param name="Bucket">Start of the ten-second bucket, UTC.</param>
/// <param name="Payer">Null if no payer is named.</param>
internal readonly record struct DeltaRow(DateTime Bucket, int Series, Payer? Payer, RollupMeasures Measures)
{
    public static DeltaRow Read(NpgsqlDataReader row) => new(row.Get<DateTime>("bucket"), row.Get<int>("series"), ReadPayer(row), ReadMeasures(row));

    private static Payer? ReadPayer(NpgsqlDataReader row) => (row.Text("user_id"), row.Text("labels")) switch
    {
        (null, null) => null,
        var (user, labels) => new Payer(user ?? "", labels ?? Payer.NoLabels),
    };

    private static RollupMeasures ReadMeasures(NpgsqlDataReader row) => new()
    {
        Operations = Number(row, "operations"),
        Errors = Number(row, "errors"),
        Slow = Number(row, "slow"),
        Tokens = new TokenTotals(
            Number(row, "input_tokens"), Number(row, "output_tokens"), Number(row, "cache_read_tokens"), Number(row, "cache_write_tokens"),
            Number(row, "reasoning_tokens")),
        CostUsd = row.Value<decimal>("cost_usd") ?? 0,
        Priced = Number(row, "priced"),
        Unpriced = Number(row, "unpriced"),
        Bytes = Number(row, "bytes"),
        DurationMicros = Number(row, "duration_us"),
        FirstTokenCount = Number(row, "ttft_count"),
        FirstTokenMicros = Number(row, "ttft_us"),
        CacheLookups = Number(row, "cache_lookups"),
        CacheHits = Number(row, "cache_hits"),
        Dependencies = Number(row, "dependencies"),
        DependencyErrors = Number(row, "dependency_errors"),
        Durations = Histogram.Of(row.Get<long[]>("cells")),
    };

    private static long Number(NpgsqlDataReader row, string column) => row.Value<long>(column) ?? 0;
}
