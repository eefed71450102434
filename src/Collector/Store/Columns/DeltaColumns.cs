using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollup_deltas.sql</c>. What is zero is NULL there: a delta has few numbers other than that, and NULL takes no room.</summary>
internal static class DeltaColumns
{
    public static ColumnSet<(RollupDelta Delta, int Series)> InSlot(short slot) => new ColumnSet<(RollupDelta Delta, int Series)>()
        .Timestamp(row => row.Delta.Bucket, "bucket")
        .Int32(row => row.Series, "series")
        .Int16(_ => slot, "slot")
        .Int64(row => NotZero(row.Delta.Measures.Operations), "operations")
        .Int64(row => NotZero(row.Delta.Measures.Errors), "errors")
        .Int64(row => NotZero(row.Delta.Measures.Slow), "slow")
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Input), "input_tokens")
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Output), "output_tokens")
        .Int64(row => NotZero(row.Delta.Measures.Tokens.CacheRead), "cache_read_tokens")
        .Int64(row => NotZero(row.Delta.Measures.Tokens.CacheWrite), "cache_write_tokens")
        .Int64(row => NotZero(row.Delta.Measures.Tokens.Reasoning), "reasoning_tokens")
        .Numeric(row => row.Delta.Measures.CostUsd == 0 ? null : row.Delta.Measures.CostUsd, "cost_usd")
        .Int64(row => NotZero(row.Delta.Measures.Unpriced), "unpriced")
        .Int64(row => NotZero(row.Delta.Measures.Bytes), "bytes")
        .Int64(row => NotZero(row.Delta.Measures.DurationMicros), "duration_us")
        .Int64(row => NotZero(row.Delta.Measures.FirstTokenCount), "ttft_count")
        .Int64(row => NotZero(row.Delta.Measures.FirstTokenMicros), "ttft_us")
        .Int64(row => NotZero(row.Delta.Measures.CacheLookups), "cache_lookups")
        .Int64(row => NotZero(row.Delta.Measures.CacheHits), "cache_hits")
        .Int64(row => NotZero(row.Delta.Measures.Dependencies), "dependencies")
        .Int64(row => NotZero(row.Delta.Measures.DependencyErrors), "dependency_errors")
        .Int64List(row => row.Delta.Measures.Durations.Cells, "cells");

    private static long? NotZero(long value) => value == 0 ? null : value;
}
