using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of <c>add_rollup_deltas.sql</c>.</summary>
internal static class DeltaColumns
{
    public static ColumnSet<(RollupDelta Delta, int Series)> Of(short lane) => new ColumnSet<(RollupDelta Delta, int Series)>()
        .Timestamp(row => row.Delta.Bucket, "bucket")
        .Int32(row => row.Series, "series")
        .Int16(_ => lane, "slot")
        .Text(row => row.Delta.Series.Payer is { UserId.Length: > 0 } payer ? payer.UserId : null, "user_id")
        .Text(row => row.Delta.Series.Payer is { Labels: not Payer.NoLabels } payer ? payer.Labels : null, "labels")
        .Sparse(row => row.Delta.Measures);
}
