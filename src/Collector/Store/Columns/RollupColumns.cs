using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollups.sql</c>.</summary>
internal static class RollupColumns
{
    public static readonly ColumnSet<(RollupRow Row, int Series)> All = new ColumnSet<(RollupRow Row, int Series)>()
        .Int32(row => row.Series)
        .Timestamp(row => row.Row.Bucket)
        .Int16(row => (short)row.Row.Tier)
        .Int64(row => row.Row.Measures.Operations)
        .Int64(row => row.Row.Measures.Errors)
        .Int64(row => row.Row.Measures.Slow)
        .Int64(row => row.Row.Measures.Tokens.Input)
        .Int64(row => row.Row.Measures.Tokens.Output)
        .Int64(row => row.Row.Measures.Tokens.CacheRead)
        .Int64(row => row.Row.Measures.Tokens.CacheWrite)
        .Int64(row => row.Row.Measures.Tokens.Reasoning)
        .Numeric(row => row.Row.Measures.CostUsd)
        .Int64(row => row.Row.Measures.Unpriced)
        .Int64(row => row.Row.Measures.Bytes)
        .Int64(row => row.Row.Measures.DurationMicros)
        .Int64(row => row.Row.Measures.FirstTokenCount)
        .Int64(row => row.Row.Measures.FirstTokenMicros)
        .Int64(row => row.Row.Measures.CacheLookups)
        .Int64(row => row.Row.Measures.CacheHits)
        .Int64(row => row.Row.Measures.Dependencies)
        .Int64(row => row.Row.Measures.DependencyErrors)
        .Int64List(row => SpansKinds(row.Row.Series.Scope) ? row.Row.Measures.Kinds : [])
        .Int64List(row => row.Row.Measures.Durations.Cells);

    private static bool SpansKinds(RollupScope scope) => scope is RollupScope.All or RollupScope.Service or RollupScope.Provider or RollupScope.Model or RollupScope.Agent;
}
