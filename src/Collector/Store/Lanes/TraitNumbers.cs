using System.Collections.Concurrent;
using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// Numbers of combinations of traits, read from the database once a day and cached up to a bound. Combinations without a number stay in
/// the operations' own rows, at the cost of bytes only.
/// </summary>
internal sealed class TraitNumbers(Database database, StoreOptions options, TimeProvider time)
{
    /// <summary>How long no new combinations are numbered once the table is full.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<byte[], (int Number, DateOnly Day)> _numbers = new(ContentComparer.Instance);
    private long _fullUntil;

    public AttributeSplit Split { get; } = new(options);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>The number of a combination; 0 = it has none. Returns false if it has not been looked up.</summary>
    /// <remarks>A number is valid for the day: its use is recorded in the table, which deletes unused ones.</remarks>
    public bool TryGet(ReadOnlySpan<byte> content, out int number)
    {
        var isKnown = _numbers.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(content, out var known) && known.Day == Today;
        number = isKnown ? known.Number : 0;
        return isKnown || time.GetTimestamp() < Interlocked.Read(ref _fullUntil);
    }

    /// <summary>Numbers combinations outside any transaction: numbers stay valid.</summary>
    public async Task LearnAsync(IReadOnlyList<Traits> unknown, CancellationToken cancellationToken)
    {
        if (unknown.Count == 0) return;
        if (_numbers.Count + unknown.Count > options.Traits) _numbers.Clear();
        var today = Today;
        var found = await AskAsync(unknown, today, cancellationToken);
        for (var i = 0; i < unknown.Count && _numbers.Count < options.Traits; i++) _numbers[unknown[i].Content] = (found[i], today);
        if (found.Contains(0)) Interlocked.Exchange(ref _fullUntil, time.GetTimestamp() + (long)(Pause.TotalSeconds * time.TimestampFrequency));
    }

    private async Task<int[]> AskAsync(IReadOnlyList<Traits> unknown, DateOnly today, CancellationToken cancellationToken)
    {
        var found = new int[unknown.Count];
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var batch = new NpgsqlBatch(connection);
        if (database.IsDistributed) batch.BatchCommands.Add(Job.Own(Job.Numbering));
        batch.BatchCommands.Add(Limited(TraitColumns.UsedOn(today).Command(database.Sql(Statement.AddTraits), unknown)));
        batch.BatchCommands.Add(Dated(TraitColumns.Digests.Command(Statement.UseTraits, unknown), today));
        batch.BatchCommands.Add(TraitColumns.Digests.Command(Statement.FindTraits, unknown));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        do
        {
            while (await reader.ReadAsync(cancellationToken)) found[reader.GetInt32(0) - 1] = reader.GetInt32(1);
        }
        while (await reader.NextResultAsync(cancellationToken));
        return found;
    }

    private NpgsqlBatchCommand Limited(NpgsqlBatchCommand command)
    {
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = options.Traits });
        return command;
    }

    private static NpgsqlBatchCommand Dated(NpgsqlBatchCommand command, DateOnly day)
    {
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        return command;
    }
}
