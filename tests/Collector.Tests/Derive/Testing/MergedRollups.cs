using Tidemark.Collector.Derive.Rollups;
using Tidemark.Collector.Model.Rollups;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>The rollup tables in memory: unmerged deltas, and the tiers' rows.</summary>
internal sealed class MergedRollups
{
    private static readonly TierStarts Always = new(DateTime.MinValue, DateTime.MinValue, DateTime.MinValue);

    private readonly Dictionary<(RollupTier Tier, RollupSeries Series, DateTime Bucket), RollupMeasures> _rows = [];
    private List<RollupDelta> _deltas = [];

    public int Pending => _deltas.Count;

    public void Append(IEnumerable<RollupDelta> deltas) => _deltas.AddRange(deltas);

    /// <summary>Merges an arbitrary subset of deltas. If killed before its commit, it changes nothing.</summary>
    public void Merge(Random random, bool isKilled)
    {
        RollupDelta[] shuffled = [.. _deltas];
        random.Shuffle(shuffled);
        var taken = shuffled[..random.Next(shuffled.Length + 1)];
        var rows = TierFold.Fold(taken, Always);
        if (isKilled) return;

        _deltas = [.. shuffled[taken.Length..]];
        foreach (var row in rows) Add(_rows, (row.Tier, row.Series, row.Bucket), row.Measures);
    }

    /// <summary>Rows of a tier and scope in order, including unmerged deltas for whole series, without rows that are zero.</summary>
    /// <param name="isPaid">Rows per payer rather than for all payers.</param>
    public string Text(RollupTier tier, RollupScope scope, bool isPaid = false)
    {
        var sums = new Dictionary<(RollupTier Tier, RollupSeries Series, DateTime Bucket), RollupMeasures>();
        foreach (var (key, measures) in _rows.Where(row => row.Key.Tier == tier && row.Key.Series.Scope == scope && row.Key.Series.Payer is not null == isPaid))
            Add(sums, key, measures);
        foreach (var delta in _deltas.Where(delta => delta.Series.Scope == scope && (!isPaid || delta.Series.Payer is not null)))
            Add(
                sums, (tier, isPaid ? delta.Series : delta.Series.WithoutPayer(), new DateTime(Buckets.StartOf(delta.Bucket.Ticks, tier), DateTimeKind.Utc)),
                delta.Measures);
        return PlainRows.Text(sums.Select(sum => (sum.Key.Series, sum.Key.Bucket, sum.Value)));
    }

    private static void Add<TKey>(Dictionary<TKey, RollupMeasures> sums, TKey key, RollupMeasures measures)
        where TKey : notnull
    {
        if (!sums.TryGetValue(key, out var sum)) sums[key] = sum = new RollupMeasures();
        sum.Add(measures);
    }
}
