using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Rollups;

/// <summary>A row of <c>take_rollup_deltas.sql</c>.</summary>
/// <param name="Bucket">UTC start of the ten seconds.</param>
internal readonly record struct DeltaRow(DateTime Bucket, int Series, RollupMeasures Measures)
{
    public static DeltaRow Read(NpgsqlDataReader row) => new(row.GetDateTime(0), row.GetInt32(1), ReadMeasures(row));

    private static RollupMeasures ReadMeasures(NpgsqlDataReader row) => new()
    {
        Operations = Number(row, 2),
        Errors = Number(row, 3),
        Slow = Number(row, 4),
        Tokens = new TokenTotals(Number(row, 5), Number(row, 6), Number(row, 7), Number(row, 8), Number(row, 9)),
        CostUsd = row.IsDBNull(10) ? 0 : row.GetDecimal(10),
        Unpriced = Number(row, 11),
        Bytes = Number(row, 12),
        DurationMicros = Number(row, 13),
        FirstTokenCount = Number(row, 14),
        FirstTokenMicros = Number(row, 15),
        CacheLookups = Number(row, 16),
        CacheHits = Number(row, 17),
        Dependencies = Number(row, 18),
        DependencyErrors = Number(row, 19),
        Durations = Histogram.Of(row.GetFieldValue<long[]>(20)),
    };

    private static long Number(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? 0 : row.GetInt64(column);
}
