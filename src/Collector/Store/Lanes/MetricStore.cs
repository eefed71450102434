using Npgsql;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Statements on metric points within a lane's transaction.</summary>
internal static class MetricStore
{
    /// <summary>Locks the states of the cumulative streams among the points.</summary>
    public static async Task<IReadOnlyList<MetricStreamState>> LockStreamsAsync(
        LaneTransaction transaction, IReadOnlyList<MetricPoint> points, CancellationToken cancellationToken)
    {
        var streams = points.Where(point => point.IsCumulative).DistinctBy(point => (point.Identity, point.StartedAt)).ToList();
        if (streams.Count == 0) return [];
        await using var batch = new NpgsqlBatch(transaction.Connection)
        {
            BatchCommands = { MetricColumns.Streams.Command(transaction.Here(Statement.LockMetricStreams), streams) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return await StateReader.ReadAllAsync(reader, ReadState, cancellationToken);
    }

    /// <summary>Writes increments and states; returns the keys of the points that are new.</summary>
    /// <exception cref="StaleStateException">Another transaction wrote one of the streams first.</exception>
    public static async Task<HashSet<MetricKey>> WriteAsync(
        LaneTransaction transaction,
        IReadOnlyList<MetricPoint> points,
        IReadOnlyList<MetricStreamState> states,
        CancellationToken cancellationToken)
    {
        var add = MetricColumns.Points.Command(transaction.Here(Statement.AddMetricPoints), points);
        await using var batch = new NpgsqlBatch(transaction.Connection) { BatchCommands = { add } };
        var write = MetricColumns.States.Command(transaction.Here(Statement.WriteMetricStreams), states);
        if (states.Count > 0) batch.BatchCommands.Add(write);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var added = await StateReader.ReadAllAsync(
            reader, row => new MetricKey(row.Get<Guid>("identity"), row.Get<DateTime>("started_at"), row.Get<DateTime>("time")), cancellationToken);
        if (states.Count > 0) await GuardedWrite.CheckAsync(reader, "metric_streams", states.Count, cancellationToken);
        return [.. added];
    }

    private static MetricStreamState ReadState(NpgsqlDataReader row)
    {
        var identity = row.Get<Guid>("identity");
        return new MetricStreamState(
            identity,
            row.Get<DateTime>("started_at"),
            identity.ToByteArray(bigEndian: true)[0],
            row.Get<DateTime>("last_at"),
            row.Value<double>("value"),
            row.Value<long>("count"),
            row.Value<double>("sum"),
            row.Get<long>("revision"));
    }
}
