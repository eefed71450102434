using Npgsql;
using Tidemark.Collector.Model.Payers;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// The label values that rollups keep, up to a limit per key; others become <see cref="Series.Overflow"/>. An admitted value stays
/// admitted for as long as operations with it may be amended.
/// </summary>
internal sealed class LabelValues(Database database, TimeProvider time)
{
    private readonly HashSet<LabelValue> _admitted = [];
    private DateOnly _day;

    /// <summary>Admits values while there is room.</summary>
    /// <param name="most">Maximum number of values per key.</param>
    /// <returns>The values that are not admitted.</returns>
    public async Task<IReadOnlySet<LabelValue>> RefuseAsync(IReadOnlySet<LabelValue> asked, int most, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        if (_day != today) _admitted.Clear();
        _day = today;

        // The table bounds what it admits; refused values are not cached.
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
