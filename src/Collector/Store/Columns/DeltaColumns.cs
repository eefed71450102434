using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollup_deltas.sql</c>. What is zero is NULL there: a delta has few numbers other than that, and NULL takes no room.</summary>
internal static class DeltaColumns
{
    public static ColumnSet<(RollupDelta Delta, int Series)> InSlot(short slot) => new ColumnSet<(RollupDelta Delta, int Series)>()
        .Timestamp(row => row.Delta.Bucket)
        .Int32(row => row.Series)
        .Int16(_ => slot)
        .Int64(row => NotZero(row.Delta.Measures.Operations))
        .Int64(row => NotZero(row.Delta.Measures.Errors))
        .Int64(row => NotZero(row.Delta.Measures.Slow))
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Input))
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Output))
        .Int64(row => NotZero(row.Delta.Measures.Tokens.CacheRead))
        .Int64(row => NotZero(row.Delta.Measures.Tokens.CacheWrite))
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Reasoning))
        .Numeric(row => row.Delta.Measures.CostUsd == 0 ? null : row.Delta.Measures.CostUsd)
        .Int64(row => NotZero(row.Delta.Measures.Unpriced))
        .Int64(row => NotZero(row.Delta.Measures.Bytes))
        .Int64(row => NotZero(row.Delta.Measures.DurationMicros))
        .Int64(row => NotZero(row.Delta.Measures.FirstTokenCount))
        .Int64(row => NotZero(row.Delta.Measures.FirstTokenMicros))
        .Int64(row => NotZero(row.Delta.Measures.CacheLookups))
        .Int64(row => NotZero(row.Delta.Measures.CacheHits))
        .Int64(row => NotZero(row.Delta.Measures.Dependencies))
        .Int64(row => NotZero(row.Delta.Measures.DependencyErrors))
        .Int64List(row => row.Delta.Measures.Durations.Cells);

    private static long? NotZero(long value) => value == 0 ? null : value;
}
