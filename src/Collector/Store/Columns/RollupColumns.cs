using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollups.sql</c>.</summary>
internal static class RollupColumns
{
    public static ColumnSet<(RollupDelta Delta, int Series)> InSlot(short slot) => new ColumnSet<(RollupDelta Delta, int Series)>()
        .Int32(row => row.Series)
        .Timestamp(row => row.Delta.Bucket)
        .Int16(_ => slot)
        .Int16(row => (short)row.Delta.Tier)
        .Int64(row => row.Delta.Measures.Operations)
        .Int64(row => row.Delta.Measures.Errors)
        .Int64(row => row.Delta.Measures.Slow)
        .Int64(row => row.Delta.Measures.Tokens.Input)
        .Int64(row => row.Delta.Measures.Tokens.Output)
        .Int64(row => row.Delta.Measures.Tokens.CacheRead)
        .Int64(row => row.Delta.Measures.Tokens.CacheWrite)
        .Int64(row => row.Delta.Measures.Tokens.Reasoning)
        .Numeric(row => row.Delta.Measures.CostUsd)
        .Int64(row => row.Delta.Measures.Unpriced)
        .Int64(row => row.Delta.Measures.Bytes)
        .Int64(row => row.Delta.Measures.DurationMicros)
        .Int64(row => row.Delta.Measures.DurationMinMicros)
        .Int64(row => row.Delta.Measures.DurationMaxMicros)
        .Int64(row => row.Delta.Measures.FirstTokenCount)
        .Int64(row => row.Delta.Measures.FirstTokenMicros)
        .Int64(row => row.Delta.Measures.CacheLookups)
        .Int64(row => row.Delta.Measures.CacheHits)
        .Int64(row => row.Delta.Measures.Dependencies)
        .Int64(row => row.Delta.Measures.DependencyErrors)
        .Int64List(row => SpansKinds(row.Delta.Series.Scope) ? row.Delta.Measures.Kinds : [])
        .Int64List(row => row.Delta.Measures.Durations.Cells);

    private static bool SpansKinds(RollupScope scope) => scope is RollupScope.All or RollupScope.Service or RollupScope.Provider or RollupScope.Model or RollupScope.Agent;
}
