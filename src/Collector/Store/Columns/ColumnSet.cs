using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Tidemark.Collector.Store.Columns;

/// <summary>
/// The columns of a row type, each declared once. Derived from it are the names and arrays in statements, the parameters that fill
/// them (one array per column, in order), and rows in COPY's format.
/// </summary>
internal sealed class ColumnSet<TRow>
{
    private readonly List<Column> _columns = [];

    // After all columns: the concatenated elements of lists.
    private readonly List<Func<IReadOnlyList<TRow>, NpgsqlParameter>> _lists = [];

    private int _keyed;

    /// <summary>The numbers of a row.</summary>
    public delegate ReadOnlySpan<long> Numbers(TRow row);

    public ColumnSet<TRow> Text(Func<TRow, string?> value, string name) =>
        Add(name, "text", NpgsqlDbType.Text, value, static (buffer, text) => buffer.Text(text));

    public ColumnSet<TRow> Jsonb(Func<TRow, string?> value, string name) =>
        Add(name, "jsonb", NpgsqlDbType.Jsonb, value, static (buffer, json) => buffer.Jsonb(json is null ? default : Encoding.UTF8.GetBytes(json)));

    /// <summary>A UTF-8 JSON text; empty = null.</summary>
    public ColumnSet<TRow> Json(Func<TRow, ReadOnlyMemory<byte>> value, string name)
    {
        Jsonb(row => value(row) is { IsEmpty: false } json ? Encoding.UTF8.GetString(json.Span) : null, name);
        _columns[^1] = _columns[^1] with { Copy = (buffer, row) => buffer.Jsonb(value(row).Span) };
        return this;
    }

    public ColumnSet<TRow> Bool(Func<TRow, bool> value, string name) =>
        Add(name, "boolean", NpgsqlDbType.Boolean, value, static (buffer, flag) => buffer.Bool(flag));

    public ColumnSet<TRow> Int16(Func<TRow, short> value, string name) =>
        Add(name, "smallint", NpgsqlDbType.Smallint, value, static (buffer, number) => buffer.Int16(number));

    public ColumnSet<TRow> Int16(Func<TRow, short?> value, string name) =>
        Add(name, "smallint", NpgsqlDbType.Smallint, value, static (buffer, number) => buffer.Int16(number));

    public ColumnSet<TRow> Int32(Func<TRow, int> value, string name) =>
        Add(name, "integer", NpgsqlDbType.Integer, value, static (buffer, number) => buffer.Int32(number));

    public ColumnSet<TRow> Int32(Func<TRow, int?> value, string name) =>
        Add(name, "integer", NpgsqlDbType.Integer, value, static (buffer, number) => buffer.Int32(number));

    public ColumnSet<TRow> Int64(Func<TRow, long> value, string name) =>
        Add(name, "bigint", NpgsqlDbType.Bigint, value, static (buffer, number) => buffer.Int64(number));

    public ColumnSet<TRow> Int64(Func<TRow, long?> value, string name) =>
        Add(name, "bigint", NpgsqlDbType.Bigint, value, static (buffer, number) => buffer.Int64(number));

    public ColumnSet<TRow> Float8(Func<TRow, double?> value, string name) =>
        Add(name, "float8", NpgsqlDbType.Double, value, static (buffer, number) => buffer.Float8(number));

    public ColumnSet<TRow> Numeric(Func<TRow, decimal> value, string name) =>
        Add(name, "numeric", NpgsqlDbType.Numeric, value, static (buffer, number) => buffer.Numeric(number));

    public ColumnSet<TRow> Numeric(Func<TRow, decimal?> value, string name) =>
        Add(name, "numeric", NpgsqlDbType.Numeric, value, static (buffer, number) => buffer.Numeric(number));

    public ColumnSet<TRow> Date(Func<TRow, DateOnly> value, string name) => Add(name, "date", NpgsqlDbType.Date, value, null);

    public ColumnSet<TRow> Timestamp(Func<TRow, DateTime> value, string name) =>
        Add(name, "timestamptz", NpgsqlDbType.TimestampTz, value, static (buffer, time) => buffer.Timestamp(time));

    public ColumnSet<TRow> Timestamp(Func<TRow, DateTime?> value, string name) =>
        Add(name, "timestamptz", NpgsqlDbType.TimestampTz, value, null);

    public ColumnSet<TRow> Uuid(Func<TRow, Guid> value, string name) =>
        Add(name, "uuid", NpgsqlDbType.Uuid, value, static (buffer, id) => buffer.Uuid(id));

    public ColumnSet<TRow> Uuid(Func<TRow, Guid?> value, string name) =>
        Add(name, "uuid", NpgsqlDbType.Uuid, value, static (buffer, id) => buffer.Uuid(id));

    /// <summary>A list of strings per row.</summary>
    public ColumnSet<TRow> Texts(Func<TRow, IReadOnlyList<string>> value, string name)
    {
        // Arrays of arrays must not be ragged: each one is sent as a literal.
        Text(row => ArrayLiteral.Of(value(row)), name);
        _columns[^1] = _columns[^1] with { Name = new ColumnName(name, "text", ColumnShape.Texts) };
        return this;
    }

    /// <summary>
    /// A list of numbers per row, as two parameters with the positions of its first and last element (the last before the first
    /// if it is empty) in a parameter after all columns: arrays of arrays must not be ragged.
    /// </summary>
    public ColumnSet<TRow> Int64List(Numbers list, string name)
    {
        Add(new ColumnName(name, "integer", ColumnShape.Numbers), rows => Array(NpgsqlDbType.Integer, Ends(rows, list, isLast: false)), null);
        _columns[^1] = _columns[^1] with { Last = rows => Array(NpgsqlDbType.Integer, Ends(rows, list, isLast: true)) };
        _lists.Add(rows => Array(NpgsqlDbType.Bigint, Joined(rows, list)));
        return this;
    }

    /// <summary>The columns so far are the key: an upsert finds rows by them and does not set them.</summary>
    public ColumnSet<TRow> Key()
    {
        _keyed = _columns.Count;
        return this;
    }

    /// <summary>A statement's text with this set's columns in place of the placeholders of <see cref="ColumnText"/>.</summary>
    public string Sql(string template) => new ColumnText([.. _columns.Select(column => column.Name)], _keyed).Fill(template);

    /// <summary>A statement with one array per column, filled from the rows.</summary>
    public NpgsqlBatchCommand Command(string sql, IReadOnlyList<TRow> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in _columns)
        {
            command.Parameters.Add(column.Array(rows));
            if (column.Last is { } last) command.Parameters.Add(last(rows));
        }
        foreach (var list in _lists) command.Parameters.Add(list(rows));
        return command;
    }

    /// <summary>One row in COPY's format.</summary>
    /// <exception cref="NotSupportedException">A column has no such format.</exception>
    public void Copy(CopyBuffer buffer, TRow row)
    {
        buffer.BeginRow((short)_columns.Count);
        foreach (var column in _columns) (column.Copy ?? throw new NotSupportedException($"Column '{column.Name.Text}' is never copied."))(buffer, row);
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

    private ColumnSet<TRow> Add<TValue>(string name, string type, NpgsqlDbType parameter, Func<TRow, TValue> value, Action<CopyBuffer, TValue>? copy)
    {
        NpgsqlParameter Fill(IReadOnlyList<TRow> rows)
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return Array(parameter, values);
        }

        return Add(new ColumnName(name, type, ColumnShape.Single), Fill, copy is null ? null : (buffer, row) => copy(buffer, value(row)));
    }

    private ColumnSet<TRow> Add(ColumnName name, Func<IReadOnlyList<TRow>, NpgsqlParameter> array, Action<CopyBuffer, TRow>? copy)
    {
        _columns.Add(new Column(name, array, copy));
        return this;
    }

    private sealed record Column(ColumnName Name, Func<IReadOnlyList<TRow>, NpgsqlParameter> Array, Action<CopyBuffer, TRow>? Copy)
    {
        /// <summary>For a list: the positions of its rows' last elements.</summary>
        public Func<IReadOnlyList<TRow>, NpgsqlParameter>? Last { get; init; }
    }
}
