using Npgsql;
using NpgsqlTypes;

namespace Tidemark.Collector.Store.Columns;

/// <summary>How rows of one kind become the array parameters of an <c>unnest</c> statement: one array a column, in order.</summary>
internal sealed class ColumnSet<TRow>
{
    private readonly List<Func<IReadOnlyList<TRow>, NpgsqlParameter>> _columns = [];

    // Behind all columns: the values of lists, one after the other.
    private readonly List<Func<IReadOnlyList<TRow>, NpgsqlParameter>> _lists = [];

    /// <summary>The numbers that a row holds.</summary>
    public delegate ReadOnlySpan<long> Numbers(TRow row);

    public ColumnSet<TRow> Text(Func<TRow, string?> value) => Add(NpgsqlDbType.Text, value);

    public ColumnSet<TRow> Jsonb(Func<TRow, string?> value) => Add(NpgsqlDbType.Jsonb, value);

    public ColumnSet<TRow> Bool(Func<TRow, bool> value) => Add(NpgsqlDbType.Boolean, value);

    public ColumnSet<TRow> Int16(Func<TRow, short> value) => Add(NpgsqlDbType.Smallint, value);

    public ColumnSet<TRow> Int16(Func<TRow, short?> value) => Add(NpgsqlDbType.Smallint, value);

    public ColumnSet<TRow> Int32(Func<TRow, int> value) => Add(NpgsqlDbType.Integer, value);

    public ColumnSet<TRow> Int32(Func<TRow, int?> value) => Add(NpgsqlDbType.Integer, value);

    public ColumnSet<TRow> Int64(Func<TRow, long> value) => Add(NpgsqlDbType.Bigint, value);

    public ColumnSet<TRow> Int64(Func<TRow, long?> value) => Add(NpgsqlDbType.Bigint, value);

    public ColumnSet<TRow> Float8(Func<TRow, double?> value) => Add(NpgsqlDbType.Double, value);

    public ColumnSet<TRow> Numeric(Func<TRow, decimal> value) => Add(NpgsqlDbType.Numeric, value);

    public ColumnSet<TRow> Numeric(Func<TRow, decimal?> value) => Add(NpgsqlDbType.Numeric, value);

    public ColumnSet<TRow> Timestamp(Func<TRow, DateTime> value) => Add(NpgsqlDbType.TimestampTz, value);

    public ColumnSet<TRow> Timestamp(Func<TRow, DateTime?> value) => Add(NpgsqlDbType.TimestampTz, value);

    public ColumnSet<TRow> Uuid(Func<TRow, Guid> value) => Add(NpgsqlDbType.Uuid, value);

    public ColumnSet<TRow> Uuid(Func<TRow, Guid?> value) => Add(NpgsqlDbType.Uuid, value);

    /// <summary>
    /// A list of numbers in each row, as two columns with the positions of its first and last value (the last before the first
    /// where it is empty) in a parameter that follows all columns: arrays of arrays cannot be ragged.
    /// </summary>
    public ColumnSet<TRow> Int64List(Numbers list)
    {
        _columns.Add(rows => Array(NpgsqlDbType.Integer, Ends(rows, list, isLast: false)));
        _columns.Add(rows => Array(NpgsqlDbType.Integer, Ends(rows, list, isLast: true)));
        _lists.Add(rows => Array(NpgsqlDbType.Bigint, Joined(rows, list)));
        return this;
    }

    /// <summary>A statement with one array a column, filled from the rows.</summary>
    public NpgsqlBatchCommand Command(string sql, IReadOnlyList<TRow> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in _columns.Concat(_lists)) command.Parameters.Add(column(rows));
        return command;
    }

    private static int[] Ends(IReadOnlyList<TRow> rows, Numbers list, bool isLast)
    {
        var ends = new int[rows.Count];
        var length = 0;
        for (var i = 0; i < ends.Length; i++)
        {
            ends[i] = length + 1;
            length += list(rows[i]).Length;
            if (isLast) ends[i] = length;
        }

        return ends;
    }

    private static long[] Joined(IReadOnlyList<TRow> rows, Numbers list)
    {
        var length = 0;
        for (var i = 0; i < rows.Count; i++) length += list(rows[i]).Length;
        var values = new long[length];
        var rest = values.AsSpan();
        for (var i = 0; i < rows.Count; i++)
        {
            var numbers = list(rows[i]);
            numbers.CopyTo(rest);
            rest = rest[numbers.Length..];
        }

        return values;
    }

    private static NpgsqlParameter<TValue[]> Array<TValue>(NpgsqlDbType type, TValue[] values) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    private ColumnSet<TRow> Add<TValue>(NpgsqlDbType type, Func<TRow, TValue> value)
    {
        _columns.Add(rows =>
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return Array(type, values);
        });
        return this;
    }
}
