using Npgsql;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Lanes;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Maintenance;

/// <summary>Statements of merging, within one transaction.</summary>
internal sealed class RollupStore(SeriesNumbers numbers, SeriesNames names, PayerNumbers payers)
{
    private static readonly short[] Tiers = [(short)RollupTier.TenSeconds, (short)RollupTier.FiveMinutes, (short)RollupTier.OneHour];

    /// <summary>
    /// Makes this transaction the one that merges, and advances the tiers' first buckets. Owned by a row lock, which read-only roles
    /// cannot take.
    /// </summary>
    /// <returns>The tiers' first buckets; null if another collector is merging, or there is nothing to do.</returns>
    public static async Task<TierStarts?> TryOwnAsync(LaneTransaction transaction, TierStarts starts, CancellationToken cancellationToken)
    {
        await using var own = Starts(Statement.OwnRollupTiers);
        if (await own.ExecuteScalarAsync(cancellationToken) is null) return null;

        await using var advance = Starts(Statement.AdvanceRollupTiers);
        await using var reader = await advance.ExecuteReaderAsync(cancellationToken);
        var since = await StateReader.ReadAllAsync(reader, row => row.GetDateTime(0), cancellationToken);
        return new TierStarts(since[0], since[1], since[2]);

        NpgsqlCommand Starts(string sql) => Command(transaction, sql, Tiers, new[] { starts.TenSeconds, starts.FiveMinutes, starts.OneHour });
    }

    /// <summary>Removes committed deltas and returns them.</summary>
    /// <param name="most">Maximum number of deltas.</param>
    public async Task<IReadOnlyList<RollupDelta>> TakeAsync(LaneTransaction transaction, int most, CancellationToken cancellationToken)
    {
        List<DeltaRow> rows;
        await using (var take = Command(transaction, Statement.TakeRollupDeltas, most))
        await using (var reader = await take.ExecuteReaderAsync(cancellationToken))
        {
            rows = await StateReader.ReadAllAsync(reader, DeltaRow.Read, cancellationToken);
        }

        var series = await names.FindAsync(rows.Select(row => row.Series), cancellationToken);
        var deltas = new List<RollupDelta>(rows.Count);
        foreach (var row in rows)
        {
            var named = series[row.Series];
            row.Measures.CountAs(named.Series.Kind);
            deltas.Add(new RollupDelta(row.Payer is null ? named : named with { Payer = row.Payer }, row.Bucket, row.Measures));
        }

        return deltas;
    }

    /// <summary>Adds to the rows of the tiers. Their series have been numbered.</summary>
    public async Task AddAsync(LaneTransaction transaction, IReadOnlyList<RollupRow> rows, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection);
        var whole = rows.Where(row => row.Series.Payer is null).Select(row => (Row: row, Series: numbers[row.Series])).ToList();
        whole.Sort(static (one, other) => (one.Series, one.Row.Bucket, one.Row.Tier).CompareTo((other.Series, other.Row.Bucket, other.Row.Tier)));
        if (whole.Count > 0) batch.BatchCommands.Add(RollupColumns.All.Command(Statement.AddRollups, whole));

        var paid = rows.Where(row => row.Series.Payer is not null).ToList();
        var known = await payers.LearnAsync([.. paid.Select(row => row.Series.Payer!).Distinct()], cancellationToken);
        var numbered = paid.Select(row => (Row: row, Payer: known[row.Series.Payer!], Series: numbers[row.Series])).ToList();
        numbered.Sort(static (one, other) => (one.Row.Bucket, one.Payer, one.Series, one.Row.Tier).CompareTo((
            other.Row.Bucket, other.Payer, other.Series, other.Row.Tier)));
        if (numbered.Count > 0) batch.BatchCommands.Add(PayerColumns.Rollups.Command(Statement.AddPayerRollups, numbered));
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlCommand Command(LaneTransaction transaction, string sql, params object[] arguments)
    {
        var command = new NpgsqlCommand(transaction.Sql(sql), transaction.Connection);
        foreach (var argument in arguments) command.Parameters.Add(new NpgsqlParameter { Value = argument });
        return command;
    }
}
