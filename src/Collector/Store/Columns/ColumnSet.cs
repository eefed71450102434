using Npgsql;
using NpgsqlTypes;

namespace Tidemark.Collector.Store.Columns;

/// <summary>How rows of one kind become the array parameters of an <c>unnest</c> statement: one array a column, in order.</summary>
internal sealed class ColumnSet<TRow>
{
    private readonly List<Func<IReadOnlyList<TRow>, NpgsqlParameter>> _columns = [];

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

    /// <summary>A statement with one array a column, filled from the rows.</summary>
    public NpgsqlBatchCommand Command(string sql, IReadOnlyList<TRow> rows)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var column in _columns) command.Parameters.Add(column(rows));
        return command;
    }

    private ColumnSet<TRow> Add<TValue>(NpgsqlDbType type, Func<TRow, TValue> value)
    {
        _columns.Add(rows =>
        {
            var values = new TValue[rows.Count];
            for (var i = 0; i < values.Length; i++) values[i] = value(rows[i]);
            return new NpgsqlParameter<TValue[]> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };
        });
        return this;
    }
}
