using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>Numbers of series, read from the database once and cached up to a bound.</summary>
internal sealed class SeriesNumbers(Database database, StoreOptions options)
{
    // Two generations: a lane that fills the first must not evict numbers that another lane is about to use.
    private volatile ConcurrentDictionary<RollupSeries, int> _numbers = new();
    private volatile ConcurrentDictionary<RollupSeries, int> _older = new();
    private readonly Lock _renewing = new();

    // Operations share the objects of their series: one look-up by reference instead of comparing ten strings per operation.
    private readonly ConcurrentDictionary<Series, int> _ofOperations = new(ReferenceEqualityComparer.Instance);

    /// <summary>Whether this series' number is cached.</summary>
    public bool TryGet(RollupSeries series, out int number)
    {
        var whole = series.WithoutPayer();
        return _numbers.TryGetValue(whole, out number) || _older.TryGetValue(whole, out number);
    }

    /// <summary>Numbers the series of operations that have none yet.</summary>
    public async Task LearnAsync(IReadOnlyList<Operation> operations, CancellationToken cancellationToken)
    {
        List<Series>? unknown = null;
        for (var i = 0; i < operations.Count; i++)
        {
            if (!_ofOperations.ContainsKey(operations[i].CountedAs)) (unknown ??= []).Add(operations[i].CountedAs);
        }

        if (unknown is null) return;
        await LearnAsync(unknown.Select(Whole), cancellationToken);
        if (_ofOperations.Count + unknown.Count > options.RememberedSeries) _ofOperations.Clear();
        foreach (var series in unknown) _ofOperations[series] = this[Whole(series)];
    }

    /// <summary>Numbers series that have none yet, outside any transaction: numbers stay valid.</summary>
    public async Task LearnAsync(IEnumerable<RollupSeries> series, CancellationToken cancellationToken)
    {
        List<RollupSeries> used = [.. series.Select(one => one.WithoutPayer())];
        var unknown = used.Where(one => !TryGet(one, out _)).Distinct().ToList();
        if (unknown.Count == 0) return;
        BeginGeneration(used, unknown.Count);

        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        if (database.IsDistributed) batch.BatchCommands.Add(Job.Own(Job.Numbering));
        batch.BatchCommands.Add(SeriesColumns.All.Command(Statement.AddSeries, unknown));
        batch.BatchCommands.Add(SeriesColumns.All.Command(Statement.FindSeries, unknown));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken))
                _numbers[unknown[reader.GetInt32(0) - 1]] = reader.GetInt32(1);
        }
        while (await reader.NextResultAsync(cancellationToken));
    }

    /// <exception cref="KeyNotFoundException">The series has not been numbered.</exception>
    public int this[RollupSeries series] =>
        TryGet(series, out var number) ? number : throw new KeyNotFoundException($"The series {series} has not been learnt.");

    /// <inheritdoc cref="this[RollupSeries]"/>
    public int Of(Operation operation) => _ofOperations.TryGetValue(operation.CountedAs, out var number) ? number : this[Whole(operation.CountedAs)];

    // Entries in use are moved to the new generation; otherwise the present batch would lose half of its series. One lane at a time: two that
    // reach the bound together would begin two generations, and evict what a third one is about to use.
    private void BeginGeneration(List<RollupSeries> used, int more)
    {
        lock (_renewing)
        {
            if (_numbers.Count + more <= options.RememberedSeries) return;
            var next = new ConcurrentDictionary<RollupSeries, int>();
            foreach (var series in used)
            {
                if (TryGet(series, out var number)) next[series] = number;
            }

            _older = _numbers;
            _numbers = next;
        }
    }

    private static RollupSeries Whole(Series series) => new(RollupScope.Series, series, "");
}
