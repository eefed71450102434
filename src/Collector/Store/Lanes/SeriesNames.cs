using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Series by number, read from the database once and cached up to a bound.</summary>
internal sealed class SeriesNames(Database database, StoreOptions options)
{
    private readonly ConcurrentDictionary<int, RollupSeries> _names = new();

    /// <summary>Returns the series of these numbers. Within one result, equal numbers have the same object.</summary>
    public async Task<IReadOnlyDictionary<int, RollupSeries>> FindAsync(IEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        var found = new Dictionary<int, RollupSeries>();
        var unknown = new HashSet<int>();
        foreach (var number in numbers)
        {
            if (_names.TryGetValue(number, out var name)) found[number] = name;
            else unknown.Add(number);
        }

        if (unknown.Count == 0) return found;
        if (_names.Count + unknown.Count > options.RememberedSeries) _names.Clear();
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.ReadSeries, connection)
        {
            Parameters = { new NpgsqlParameter<int[]> { TypedValue = [.. unknown] } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var number = reader.Get<int>("number");
            found[number] = _names[number] = Read(reader);
        }

        return found;
    }

    private static RollupSeries Read(NpgsqlDataReader row) =>
        new((RollupScope)row.Get<short>("scope"), row.Series(), row.Get<string>("error_type"), row.Get<string>("caller"));
}
