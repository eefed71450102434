using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Store.Columns;

/// <summary>Parameters of statements on payers and their rollups.</summary>
internal static class PayerColumns
{
    /// <summary>For <c>use_payers.sql</c> and <c>find_payers.sql</c>.</summary>
    public static readonly ColumnSet<Payer> Digests = new ColumnSet<Payer>().Uuid(row => row.Digest, "digest");

    /// <summary>For <c>add_payer_rollups.sql</c>.</summary>
    public static readonly ColumnSet<(RollupRow Row, int Payer, int Series)> Rollups = new ColumnSet<(RollupRow Row, int Payer, int Series)>()
        .Timestamp(row => row.Row.Bucket, "bucket")
        .Int32(row => row.Payer, "payer")
        .Int32(row => row.Series, "series")
        .Int16(row => (short)row.Row.Tier, "tier")
        .Key()
        .Sparse(row => row.Row.Measures);

    /// <summary>For <c>add_payers.sql</c>.</summary>
    public static ColumnSet<Payer> UsedOn(DateOnly day) => new ColumnSet<Payer>()
        .Uuid(row => row.Digest, "digest")
        .Date(_ => day, "used_on")
        .Text(row => row.UserId, "user_id")
        .Jsonb(row => row.Labels, "labels");

    /// <summary>For <c>admit_label_values.sql</c>.</summary>
    public static ColumnSet<LabelValue> Values(DateOnly day) => new ColumnSet<LabelValue>()
        .Text(row => row.Key, "key")
        .Text(row => row.Value, "value")
        .Key()
        .Date(_ => day, "used_on");
}
