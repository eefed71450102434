using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollups.sql</c>.</summary>
internal static class RollupColumns
{
    public static readonly ColumnSet<(RollupRow Row, int Series)> All = new ColumnSet<(RollupRow Row, int Series)>()
        .Int32(row => row.Series, "series")
        .Timestamp(row => row.Row.Bucket, "bucket")
        .Int16(row => (short)row.Row.Tier, "tier")
        .Key()
        .Int64(row => row.Row.Measures.Operations, "operations")
        .Int64(row => row.Row.Measures.Errors, "errors")
        .Int64(row => row.Row.Measures.Slow, "slow")
        .Int64(row => row.Row.Measures.Tokens.Input, "input_tokens")
        .Int64(row => row.Row.Measures.Tokens.Output, "output_tokens")
        .Int64(row => row.Row.Measures.Tokens.CacheRead, "cache_read_tokens")
        .Int64(row => row.Row.Measures.Tokens.CacheWrite, "cache_write_tokens")
        .Int64(row => row.Row.Measures.Tokens.Reasoning, "reasoning_tokens")
        .Numeric(row => row.Row.Measures.CostUsd, "cost_usd")
        .Int64(row => row.Row.Measures.Unpriced, "unpriced")
        .Int64(row => row.Row.Measures.Bytes, "bytes")
        .Int64(row => row.Row.Measures.DurationMicros, "duration_us")
        .Int64(row => row.Row.Measures.FirstTokenCount, "ttft_count")
        .Int64(row => row.Row.Measures.FirstTokenMicros, "ttft_us")
        .Int64(row => row.Row.Measures.CacheLookups, "cache_lookups")
        .Int64(row => row.Row.Measures.CacheHits, "cache_hits")
        .Int64(row => row.Row.Measures.Dependencies, "dependencies")
        .Int64(row => row.Row.Measures.DependencyErrors, "dependency_errors")
        .Int64List(row => SpansKinds(row.Row.Series.Scope) ? row.Row.Measures.Kinds : [], "kinds")
        .Int64List(row => row.Row.Measures.Durations.Cells, "cells");

    private static bool SpansKinds(RollupScope scope) =>
        scope is RollupScope.All or RollupScope.Service or RollupScope.Provider or RollupScope.Model or RollupScope.Agent;
}
