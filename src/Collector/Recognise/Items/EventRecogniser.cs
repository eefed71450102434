using System.Numerics;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Converts log events to operations and session notices.</summary>
internal sealed class EventRecogniser(
    RecogniserParts parts,
    ItemReader item,
    ResourceReader resources,
    FailureReader failures,
    OperationReader operations,
    SessionNoticeReader notices,
    PointReader points)
{
    private readonly CallIdentity _identity = new(item);
    private readonly ScopeReader _scopes = new(parts.Dialects);
    private readonly UnknownReader _unknown = new(parts);
    private readonly short _eventName = parts.Dialects.Keys[Dialects.Common.EventName].Number;

    public Recognition Recognise(LogRecord log, in EventTime accepted, ref RecognitionCounts counts)
    {
        item.Attributes.Load(log.Attributes);
        var resource = resources.Read(log.Resource);
        var name = NameOf(log);
        var marks = MarksOf(log, resource, name);
        // Before the rule, which may read the item in another dialect.
        var coding = points.Marks(name, marks, resource);
        var rule = RuleOf(name, marks);
        if (rule is not { Meaning: not EventMeaning.None } && coding.Count == 0)
        {
            counts.ContentDropped += ContentOf(log);
            return new Recognition(RecognitionOutcome.Ignored, Unknown: _unknown.Read(log.Scope, ReportedNameOf(log)));
        }

        var nanos = log.TimeNanos != 0 ? log.TimeNanos : log.ObservedNanos;
        if (nanos == 0) return Recognition.Rejected("The event has no time. Set time_unix_nano.");
        var at = EventTime.FromNanos(nanos);
        if (rule is not { Meaning: not EventMeaning.None })
        {
            return accepted.Refuse(at, TimeSpan.Zero) is { } late
                ? Recognition.Rejected(late)
                : new Recognition(RecognitionOutcome.MetricPoint, Point: points.Read(log, name, resource, at, coding, ref counts));
        }

        if (rule.Meaning != EventMeaning.Operation) return Notice(rule, resource, at, accepted);

        var duration = DurationOf();
        var startedAt = at - (duration ?? TimeSpan.Zero);
        if (accepted.Refuse(startedAt, duration ?? TimeSpan.Zero) is { } reason) return Recognition.Rejected(reason);
        var operation = Operation(log, name, rule, resource, startedAt, duration, ref counts);
        return coding.Count == 0 ? operation : operation with { Point = points.Read(log, name, resource, at, coding, ref counts) with { IsAlone = false } };
    }

    private Recognition Notice(EventRule rule, ResourceFacts resource, DateTime at, in EventTime accepted)
    {
        if (notices.Read(rule, resource, at) is not { } notice) return Recognition.Ignored;
        return accepted.Refuse(at, TimeSpan.Zero) is { } reason
            ? Recognition.Rejected(reason)
            : new Recognition(RecognitionOutcome.SessionNotice, Notice: notice);
    }

    private Recognition Operation(
        LogRecord log, ReadOnlySpan<byte> name, EventRule rule, ResourceFacts resource, DateTime startedAt, TimeSpan? duration, ref RecognitionCounts counts)
    {
        var waits = rule.TellsOfItsSpan && !log.TraceId.IsEmpty && !log.SpanId.IsEmpty;
        var callId = waits ? null : _identity.CallId();
        var session = operations.SessionOf(resource)?.Text;
        var (trace, span) = waits ? (log.TraceId, log.SpanId) : _identity.Make(log, name, session ?? resource.Service.Text, callId);
        var type = item.Dialect.TypeOf(item.Attributes, default) is { Kind: not OperationKind.Other } own ? own : rule.Type;
        var operation = operations.Read(
            new OperationFrame
            {
                Type = type,
                Resource = resource,
                TraceId = trace,
                SpanId = span,
                ParentSpanId = waits ? default : log.SpanId,
                StartedAt = startedAt,
                Duration = duration,
                Failure = failures.Read(rule.IsFailure, type),
                CallId = callId,
                Source = OperationSource.Event,
                Reporter = _scopes.Reporter(log.Scope),
            },
            ref counts);
        return new Recognition(waits ? RecognitionOutcome.WaitsForSpan : RecognitionOutcome.Operation, operation);
    }

    // Some SDKs put the name in an attribute, some in the record, some only in the body; Rust's puts a source location there.
    private ReadOnlySpan<byte> NameOf(LogRecord log)
    {
        var name = ReportedNameOf(log);
        if (!name.IsEmpty) return name;
        return log.Body.Kind == AttributeValueKind.String ? log.Body.Text.Span : default;
    }

    private ReadOnlySpan<byte> ReportedNameOf(LogRecord log)
    {
        if (item.Attributes.TryGet(_eventName, out var value) && value.Kind == AttributeValueKind.String) return value.Text.Span;
        var name = log.EventName.Span;
        return name.StartsWith("event "u8) ? default : name;
    }

    private ulong MarksOf(LogRecord log, ResourceFacts resource, ReadOnlySpan<byte> name)
    {
        var dialects = parts.Dialects;
        var body = log.Body.Kind == AttributeValueKind.String ? log.Body.Text.Span : default;
        return item.Attributes.Marks | resource.Marks | _scopes.Marks(log.Scope) | dialects.MarksOfEvent(name) | dialects.MarksOfEvent(body) | dialects.General;
    }

    private EventRule? RuleOf(ReadOnlySpan<byte> name, ulong marks)
    {
        for (; marks != 0; marks &= marks - 1)
        {
            var dialect = parts.Dialects[BitOperations.TrailingZeroCount(marks)];
            if (dialect.EventOf(name, item.Attributes) is not { } rule) continue;
            item.ReadAs(dialect);
            return rule;
        }

        return null;
    }

    private TimeSpan? DurationOf() => item.Number(Field.Duration) is { } milliseconds && milliseconds <= int.MaxValue
        ? TimeSpan.FromTicks((long)(milliseconds * 1000) * TimeSpan.TicksPerMicrosecond)
        : null;

    // The content of an ignored event is dropped with it; the ledger still counts it.
    private int ContentOf(LogRecord log)
    {
        var content = log.Body.Kind == AttributeValueKind.Json ? 1 : 0;
        for (var i = 0; i < item.Attributes.Count; i++)
        {
            ref readonly var attribute = ref item.Attributes.At(i, out _, out var sort);
            if (attribute.Value.Text.IsEmpty) continue;
            if (sort == KeySort.Personal || KeyTable.IsContent(sort, attribute.Value.Text.Span)) content++;
        }

        return content;
    }
}
