using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Catalogue;

/// <summary>The series of every number, asked of the database once and remembered within a bound.</summary>
internal sealed class SeriesNames(Database database, StoreOptions options)
{
    private readonly ConcurrentDictionary<int, RollupSeries> _names = new();

    /// <summary>The series of these numbers. Equal numbers give the same object within one answer.</summary>
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
        await using var command = new NpgsqlCommand(Statement.ReadSeries, connection) { Parameters = { new NpgsqlParameter<int[]> { TypedValue = [.. unknown] } } };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) found[reader.GetInt32(0)] = _names[reader.GetInt32(0)] = Read(reader);
        return found;
    }

    private static RollupSeries Read(NpgsqlDataReader row) => new(
        (RollupScope)row.GetInt16(1),
        new Series(
            row.GetString(2),
            row.GetString(3),
            (OperationKind)row.GetInt16(4),
            row.GetString(5),
            row.GetString(6),
            row.GetString(7),
            row.GetString(8),
            row.GetString(9),
            row.GetString(10),
            row.GetString(11)),
        row.GetString(12));
}
