using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Measures of rows that are mostly zero. Zero is stored as NULL, which takes no space.</summary>
internal static class MeasureColumns
{
    public static ColumnSet<TRow> Sparse<TRow>(this ColumnSet<TRow> columns, Func<TRow, RollupMeasures> of) => columns
        .Int64(row => NotZero(of(row).Operations), "operations")
        .Int64(row => NotZero(of(row).Errors), "errors")
        .Int64(row => NotZero(of(row).Slow), "slow")
        .Int64(row => NotZero(of(row).Tokens.Input), "input_tokens")
        .Int64(row => NotZero(of(row).Tokens.Output), "output_tokens")
        .Int64(row => NotZero(of(row).Tokens.CacheRead), "cache_read_tokens")
        .Int64(row => NotZero(of(row).Tokens.CacheWrite), "cache_write_tokens")
        .Int64(row => NotZero(of(row).Tokens.Reasoning), "reasoning_tokens")
        .Numeric(row => of(row).CostUsd == 0 ? null : of(row).CostUsd, "cost_usd")
        .Int64(row => NotZero(of(row).Priced), "priced")
        .Int64(row => NotZero(of(row).Unpriced), "unpriced")
        .Int64(row => NotZero(of(row).Bytes), "bytes")
        .Int64(row => NotZero(of(row).DurationMicros), "duration_us")
        .Int64(row => NotZero(of(row).FirstTokenCount), "ttft_count")
        .Int64(row => NotZero(of(row).FirstTokenMicros), "ttft_us")
        .Int64(row => NotZero(of(row).CacheLookups), "cache_lookups")
        .Int64(row => NotZero(of(row).CacheHits), "cache_hits")
        .Int64(row => NotZero(of(row).Dependencies), "dependencies")
        .Int64(row => NotZero(of(row).DependencyErrors), "dependency_errors")
        .Int64List(row => of(row).Durations.Cells, "cells");

    private static long? NotZero(long value) => value == 0 ? null : value;
}
