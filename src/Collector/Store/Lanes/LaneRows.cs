using Npgsql;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>
/// Collects the commands that write a transaction's rows: one for the rows that are where it runs and, in a distributed database, one for the others.
/// </summary>
internal sealed class LaneRows(NpgsqlBatch batch, ILaneSql sql)
{
    private readonly List<(string Table, int Rows)> _guarded = [];

    /// <summary>Rows that the lane's slot places where the transaction runs.</summary>
    public void AddOwn<TRow>(ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows, params ReadOnlySpan<DateTime> times)
    {
        if (rows.Count > 0) AddCommand(columns, sql.Here(statement), rows, times);
    }

    /// <summary>Rows that their shards place.</summary>
    /// <returns>Whether some are not where the transaction runs.</returns>
    public bool Add<TRow>(
        ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows, Func<TRow, short> shardOf, params ReadOnlySpan<DateTime> times)
    {
        var (here, elsewhere) = Split(rows, shardOf);
        if (here.Count > 0) AddCommand(columns, sql.Here(statement), here, times);
        if (elsewhere.Count > 0) AddCommand(columns, sql.Anywhere(statement), elsewhere, times);
        return elsewhere.Count > 0;
    }

    /// <summary>The same for rows guarded by a revision; before all others, as the results are checked in this order.</summary>
    public void AddGuarded<TRow>(string table, ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows, Func<TRow, short> shardOf)
    {
        var (here, elsewhere) = Split(rows, shardOf);
        Guard(table, columns, sql.Here(statement), here);
        Guard(table, columns, sql.Anywhere(statement), elsewhere);
    }

    /// <summary>Rows that every server has.</summary>
    public void AddGuardedAnywhere<TRow>(string table, ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows) =>
        Guard(table, columns, sql.Anywhere(statement), rows);

    /// <summary>Checks that each guarded row was written.</summary>
    /// <exception cref="StaleStateException">Another transaction wrote one of the rows first.</exception>
    public async Task CheckAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        foreach (var (table, rows) in _guarded) await GuardedWrite.CheckAsync(reader, table, rows, cancellationToken);
        while (await reader.NextResultAsync(cancellationToken)) cancellationToken.ThrowIfCancellationRequested();
    }

    private void Guard<TRow>(string table, ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows)
    {
        if (rows.Count == 0) return;
        AddCommand(columns, statement, rows, []);
        _guarded.Add((table, rows.Count));
    }

    private (IReadOnlyList<TRow> Here, IReadOnlyList<TRow> Elsewhere) Split<TRow>(IReadOnlyList<TRow> rows, Func<TRow, short> shardOf)
    {
        if (!sql.IsDistributed) return (rows, []);
        var byPlace = rows.ToLookup(row => sql.IsHere(shardOf(row)));
        return ([.. byPlace[true]], [.. byPlace[false]]);
    }

    private void AddCommand<TRow>(ColumnSet<TRow> columns, string statement, IReadOnlyList<TRow> rows, ReadOnlySpan<DateTime> times)
    {
        var command = columns.Command(statement, rows);
        foreach (var time in times) command.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = time });
        batch.BatchCommands.Add(command);
    }
}
