using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Pipeline;

/// <summary>Event ids 4000 to 4999.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(4000, LogLevel.Warning, "Lane {Lane}: a batch of {Operations} operations was not stored and its senders were asked to retry. {Reason}")]
    public static partial void BatchNotStored(this ILogger logger, int lane, int operations, string reason, Exception exception);

    [LoggerMessage(
        4001, LogLevel.Error, "Lane {Lane}: operation {TraceId}/{SpanId} of service {Service} cannot be stored and was rejected permanently. {Reason}")]
    public static partial void OperationRejected(this ILogger logger, int lane, string traceId, string spanId, string service, string reason);

    [LoggerMessage(
        4040, LogLevel.Error, "Lane {Lane}: a data point of metric {Metric} of service {Service} cannot be stored and was rejected permanently. {Reason}")]
    public static partial void MetricPointRejected(this ILogger logger, int lane, string metric, string service, string reason);

    [LoggerMessage(4041, LogLevel.Error, "Lane {Lane}: a session {Kind} event of service {Service} cannot be stored and was rejected permanently. {Reason}")]
    public static partial void SessionNoticeRejected(this ILogger logger, int lane, SessionNoticeKind kind, string service, string reason);

    [LoggerMessage(
        4042, LogLevel.Error, "Lane {Lane}: a record of a span or scope that is not an operation cannot be stored and was dropped. {Reason}")]
    public static partial void ItemRejected(this ILogger logger, int lane, string reason);

    [LoggerMessage(4002, LogLevel.Information, "Lanes drained: all accepted items are stored, or their senders were asked to retry.")]
    public static partial void Drained(this ILogger logger);

    [LoggerMessage(
        4003, LogLevel.Warning,
        "Trace {TraceId} and related traces have more than {Most} operations: their mirrors are not resolved. Raise "
            + "Tidemark:Pipeline:TraceOperations to resolve them.")]
    public static partial void TraceTooLarge(this ILogger logger, string traceId, int most);

    [LoggerMessage(4004, LogLevel.Information, "Source {Source}: {Scopes}, because no rule recognises them. See the view tidemark.ignored_scopes.")]
    public static partial void ItemsIgnored(this ILogger logger, string source, string scopes);

    [LoggerMessage(
        4005, LogLevel.Warning,
        "Source {Source} exceeds the limit of distinct values: {Dimensions}. Further values are rolled up as __other__; operations "
            + "keep their names. Check these names for ids, or raise Tidemark:Recognise:MaxLabels (MaxSeries for combinations).")]
    public static partial void LabelsOverflowed(this ILogger logger, string source, string dimensions);
}
