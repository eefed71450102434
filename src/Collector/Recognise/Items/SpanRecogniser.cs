using System.Numerics;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Converts spans to operations.</summary>
internal sealed class SpanRecogniser(
    RecogniserParts parts, ItemReader item, ResourceReader resources, FailureReader failures, OperationReader operations, SessionNoticeReader notices)
{
    private const int Server = 2;
    private const int Client = 3;
    private const int Producer = 4;
    private const int Consumer = 5;

    private readonly CallIdentity _identity = new(item);
    private readonly ScopeReader _scopes = new(parts.Dialects);
    private readonly TraceFactReader _facts = new(parts, item, operations);
    private readonly UnknownReader _unknown = new(parts);
    private readonly Evidence _evidence = new(item);
    private readonly ItemReader _inner = new(parts.Dialects, parts.Vocabulary);

    public Recognition Recognise(SpanRecord span, in EventTime accepted, ref RecognitionCounts counts)
    {
        item.Attributes.Load(span.Attributes);
        var resource = resources.Read(span.Resource);
        var type = TypeOf(span, resource);
        var notice = item.Dialect.HasSpanEvents ? NoticeOf(span, resource) : null;
        if (type is null && notice is null)
            return new Recognition(
                RecognitionOutcome.Ignored, Fact: _facts.Read(span, resource, IsRelated(span)), Unknown: _unknown.Read(span.Scope, span.Name.Span));
        var startedAt = EventTime.FromNanos(span.StartNanos);
        var duration = EventTime.Between(span.StartNanos, span.EndNanos);
        if (accepted.Refuse(startedAt, duration ?? TimeSpan.Zero) is { } reason) return Recognition.Rejected(reason);
        if (type is null) return new Recognition(RecognitionOutcome.SessionNotice, Notice: notice, Fact: _facts.Read(span, resource, IsRelated(span)));
        var operation = operations.Read(
            new OperationFrame
            {
                Type = type,
                Name = span.Name,
                Resource = resource,
                TraceId = span.TraceId,
                SpanId = span.SpanId,
                ParentSpanId = span.ParentSpanId,
                StartedAt = startedAt,
                Duration = duration,
                Failure = failures.Read(span, type),
                Events = span.Events,
                Compaction = item.Dialect.HasSpanEvents ? CompactionOf(span) : null,
                CallId = _identity.CallId(),
                Source = OperationSource.Span,
                Reporter = _scopes.Reporter(span.Scope),
            },
            ref counts);
        var waits = type.MayBeWrapped && span.Kind == Client && !span.ParentSpanId.IsEmpty;
        return new Recognition(waits ? RecognitionOutcome.WaitsForSpan : RecognitionOutcome.Operation, operation, notice);
    }

    // Its scope, attributes or name belong to a dialect: it may be between an agent and a call.
    private bool IsRelated(SpanRecord span) => (_scopes.Marks(span.Scope) | item.Attributes.Marks | parts.Dialects.MarksOfSpan(span.Name.Span)) != 0;

    // Tries each dialect that the span's marks indicate, most specific first.
    private OperationType? TypeOf(SpanRecord span, ResourceFacts resource)
    {
        var dialects = parts.Dialects;
        var marks = item.Attributes.Marks | resource.Marks | _scopes.Marks(span.Scope) | dialects.MarksOfSpan(span.Name.Span);
        item.ReadAs(dialects.Default);
        for (; marks != 0; marks &= marks - 1)
        {
            var dialect = dialects[BitOperations.TrailingZeroCount(marks)];
            item.ReadAs(dialect);
            if (dialect.TypeOf(item.Attributes, span.Name.Span) is not { } type) continue;
            if (type == OperationType.ByEvidence) type = _evidence.TypeOf(span.Name.Span);
            if (type is null) continue;
            if (type == OperationType.None || (type.OnlyAtRoot && !span.ParentSpanId.IsEmpty && !IsGraph(span.Name.Span))) return null;
            return BySpanKind(type, span.Kind);
        }

        return null;
    }

    // A graph that is run by another span is a workflow of its own.
    private static bool IsGraph(ReadOnlySpan<byte> name) => name.SequenceEqual("LangGraph"u8) || name.EndsWith("_graph"u8) || name.EndsWith("Graph"u8);

    // A session that began and ended in one span has ended.
    private SessionNotice? NoticeOf(SpanRecord span, ResourceFacts resource)
    {
        SessionNotice? notice = null;
        for (var i = 0; i < span.Events.Count; i++)
        {
            var spanEvent = span.Events[i];
            if (item.Dialect.SpanEventOf(spanEvent.Name.Span) is not { Meaning: EventMeaning.SessionStart or EventMeaning.SessionEnd } rule) continue;
            notice = notices.Read(rule, resource, EventTime.FromNanos(spanEvent.TimeNanos));
            if (rule.Meaning == EventMeaning.SessionEnd) break;
        }

        return notice;
    }

    private Compaction? CompactionOf(SpanRecord span)
    {
        for (var i = 0; i < span.Events.Count; i++)
        {
            var spanEvent = span.Events[i];
            if (item.Dialect.SpanEventOf(spanEvent.Name.Span) is not { Meaning: EventMeaning.Compaction }) continue;
            _inner.Attributes.Load(spanEvent.Attributes);
            _inner.ReadAs(item.Dialect);
            return new Compaction(_inner.Integer(Field.ContextBefore), _inner.Integer(Field.ContextAfter));
        }

        return null;
    }

    private OperationType? BySpanKind(OperationType type, int kind) => kind switch
    {
        // A proxy that reports tokens reports the call, even if no client does; if one does, the two are joined later.
        Server or Consumer when type.Kind is OperationKind.Inference or OperationKind.Embedding => _evidence.HasTokens ? type : OperationType.Request,
        Server or Consumer when type.FollowsSpanKind || type.Kind == OperationKind.Tool => OperationType.Request,
        Client or Producer => type,
        _ => type.FollowsSpanKind ? null : type,
    };
}
