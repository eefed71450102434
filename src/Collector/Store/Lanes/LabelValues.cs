using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// Which values of labels rollups distinguish: of each key at most so many, the others are <see cref="Series.Overflow"/> there. A value
/// that was admitted stays so for as long as operations that have it may be amended.
/// </summary>
internal sealed class LabelValues(Database database, TimeProvider time)
{
    private readonly HashSet<LabelValue> _admitted = [];
    private DateOnly _day;

    /// <summary>Admits values while there is room for them.</summary>
    /// <param name="most">Values of one key.</param>
    /// <returns>Those of the asked that are not admitted.</returns>
    public async Task<IReadOnlySet<LabelValue>> RefuseAsync(IReadOnlySet<LabelValue> asked, int most, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_day != today) _admitted.Clear();
        _day = today;

        // What the table admits is bounded by it; what it refuses is not remembered.
        var unknown = asked.Where(value => !_admitted.Contains(value)).ToHashSet();
        if (unknown.Count == 0) return unknown;
        List<LabelValue> values = [.. unknown.OrderBy(value => value.Key, StringComparer.Ordinal).ThenBy(value => value.Value, StringComparer.Ordinal)];
        var admit = PayerColumns.Values(today).Command(Statement.AdmitLabelValues, values);
        admit.Parameters.Add(new NpgsqlParameter<int> { TypedValue = most });
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { admit, PayerColumns.Values(today).Command(Statement.FindLabelValues, values) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var found = await StateReader.ReadAllAsync(reader, row => new LabelValue(row.Get<string>("key"), row.Get<string>("value")), cancellationToken);
        _admitted.UnionWith(found);
        unknown.ExceptWith(found);
        return unknown;
    }
}
