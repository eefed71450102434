using System.Text;
using Npgsql;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;

namespace Tidemark.Collector.Store.Lanes;

/// <summary>A row of <c>read_operations.sql</c>, without attributes and content, which nothing is derived from.</summary>
internal static class OperationRow
{
    public static OperationKey ReadKey(NpgsqlDataReader row) => new(
        TraceId.FromGuid(row.Get<Guid>("trace_id")), new SpanId((ulong)row.Get<long>("span_id")), row.Get<short>("shard"), row.Get<DateTime>("started_at"));

    public static Operation Read(NpgsqlDataReader row)
    {
        var series = row.Series();
        if (row.Text("names") is not { } names) return Read(row, series, limited: null, errorType: null);
        var (named, errorType) = SeriesNamesJson.Read(series, names);
        return Read(row, named, named == series ? null : series, errorType);
    }

    private static Operation Read(NpgsqlDataReader row, Series series, Series? limited, string? errorType) => new()
    {
        Key = ReadKey(row),
        ParentSpanId = new SpanId((ulong)(row.Value<long>("parent_span_id") ?? 0)),
        Duration = row.Value<long>("duration_us") is { } micros ? TimeSpan.FromMicroseconds(micros) : null,
        RequestModel = row.Text("request_model"),
        ResponseModel = row.Text("response_model"),
        SessionId = row.Text("session_id"),
        ConversationId = row.Text("conversation_id"),
        UserId = row.Text("user_id"),
        Tokens = new TokenUsage(
            row.Value<int>("input_tokens"), row.Value<int>("output_tokens"), row.Value<int>("cache_read_tokens"), row.Value<int>("cache_write_tokens"),
            row.Value<int>("reasoning_tokens")),
        ContextMax = row.Value<int>("context_max"),
        TimeToFirstTokenMs = row.Value<double>("ttft_ms"),
        Bytes = row.Value<long>("bytes"),
        Cost = row.Value<decimal>("cost_usd") is { } usd ? new Cost(usd, (CostSource)row.Get<short>("cost_source")) : null,
        CostBasis = row.Text("cost_basis"),
        Failure = row.Text("error_type") is { } counted
            ? new Failure(errorType ?? counted, row.Get<string>("error_class"), IsLimited: errorType is not null)
            : null,
        FinishReason = row.Text("finish_reason"),
        Source = (OperationSource)row.Get<short>("source"),
        Reporter = row.Get<short>("reporter"),
        Labels = row.Text("labels") is { } labels ? Encoding.UTF8.GetBytes(labels) : default(ReadOnlyMemory<byte>),
        MirrorOf = row.Value<Guid>("mirror_trace_id") is { } trace
            ? new SpanKey(TraceId.FromGuid(trace), new SpanId((ulong)row.Get<long>("mirror_span_id")))
            : null,
        Reported = row.Text("reported") is { } reported ? Encoding.UTF8.GetBytes(reported) : default(ReadOnlyMemory<byte>),
        ResponseHash = row.Value<long>("response_hash"),
        CallHash = row.Value<long>("call_hash"),
        Series = series,
        Limited = limited,
    };
}
