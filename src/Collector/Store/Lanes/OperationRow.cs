using System.Text;
using Npgsql;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>read_operations.sql</c>, without attributes and content: nothing is derived from those.</summary>
internal static class OperationRow
{
    public static OperationKey ReadKey(NpgsqlDataReader row) =>
        new(TraceId.FromGuid(row.GetGuid(0)), new SpanId((ulong)row.GetInt64(1)), row.GetInt16(2), row.GetDateTime(3));

    public static Operation Read(NpgsqlDataReader row) => new()
    {
        Key = ReadKey(row),
        ParentSpanId = new SpanId((ulong)(row.Value<long>(4) ?? 0)),
        Duration = TimeSpan.FromMicroseconds(row.GetInt64(5)),
        RequestModel = row.Text(6),
        ResponseModel = row.Text(7),
        SessionId = row.Text(8),
        ConversationId = row.Text(9),
        UserId = row.Text(10),
        Tokens = new TokenUsage(row.Value<int>(11), row.Value<int>(12), row.Value<int>(13), row.Value<int>(14), row.Value<int>(15)),
        ContextMax = row.Value<int>(16),
        TimeToFirstTokenMs = row.Value<double>(17),
        Bytes = row.Value<long>(18),
        Cost = row.IsDBNull(19) ? null : new Cost(row.GetDecimal(19), (CostSource)row.GetInt16(20)),
        Failure = row.IsDBNull(21) ? null : new Failure(row.GetString(21), row.GetString(22)),
        FinishReason = row.Text(23),
        Source = (OperationSource)row.GetInt16(24),
        Labels = row.IsDBNull(25) ? default : Encoding.UTF8.GetBytes(row.GetString(25)),
        MirrorOf = row.IsDBNull(26) ? null : new SpanKey(TraceId.FromGuid(row.GetGuid(26)), new SpanId((ulong)row.GetInt64(27))),
        CostBasis = row.Text(28),
        Series = ReadSeries(row),
    };

    private static Series ReadSeries(NpgsqlDataReader row) => new(
        row.GetString(29),
        row.GetString(30),
        (OperationKind)row.GetInt16(31),
        row.GetString(32),
        row.GetString(33),
        row.GetString(34),
        row.GetString(35),
        row.GetString(36),
        row.GetString(37),
        row.GetString(38));
}
