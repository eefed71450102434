using Tidemark.Collector.Model;

namespace Tidemark.Collector.Pipeline;

/// <summary>Event ids 4000 to 4999.</summary>
internal static partial class PipelineLog
{
    [LoggerMessage(4000, LogLevel.Warning, "Lane {Lane}: a batch of {Operations} operations was not stored and its senders were asked to retry. {Reason}")]
    public static partial void BatchNotStored(this ILogger logger, int lane, int operations, string reason, Exception exception);

    [LoggerMessage(4001, LogLevel.Error, "Lane {Lane}: operation {TraceId}/{SpanId} of service {Service} can never be stored and was rejected. {Reason}")]
    public static partial void OperationRejected(this ILogger logger, int lane, string traceId, string spanId, string service, string reason);

    [LoggerMessage(4040, LogLevel.Error, "Lane {Lane}: a data point of metric {Metric} of service {Service} can never be stored and was rejected. {Reason}")]
    public static partial void MetricPointRejected(this ILogger logger, int lane, string metric, string service, string reason);

    [LoggerMessage(4041, LogLevel.Error, "Lane {Lane}: a session's {Kind} of service {Service} can never be stored and was rejected. {Reason}")]
    public static partial void SessionSignalRejected(this ILogger logger, int lane, SessionSignalKind kind, string service, string reason);

    [LoggerMessage(
        4042, LogLevel.Error, "Lane {Lane}: what is known of a span or scope that is not an operation can never be stored and was dropped. {Reason}")]
    public static partial void ItemRejected(this ILogger logger, int lane, string reason);

    [LoggerMessage(4002, LogLevel.Information, "Lanes drained: everything that was accepted is stored or given back.")]
    public static partial void Drained(this ILogger logger);

    [LoggerMessage(
        4003, LogLevel.Warning,
        "Trace {TraceId} and those that report of the same calls hold more than {Most} operations: they count as they were reported. Raise "
            + "Tidemark:Pipeline:TraceOperations to have mirrors found in them.")]
    public static partial void TraceTooLarge(this ILogger logger, string traceId, int most);

    [LoggerMessage(4004, LogLevel.Information, "Source {Source}: {Scopes}, as no rule knows them. The view tidemark.ignored_scopes counts them.")]
    public static partial void ItemsIgnored(this ILogger logger, string source, string scopes);

    [LoggerMessage(
        4005, LogLevel.Warning,
        "Source {Source} sends more different values than rollups keep apart: {Dimensions}. Further ones count as __other__ in charts and totals; operations "
            + "keep their names. Look for ids in these names, or raise Tidemark:Recognise:MaxLabels (MaxSeries for combinations).")]
    public static partial void LabelsOverflowed(this ILogger logger, string source, string dimensions);
}
