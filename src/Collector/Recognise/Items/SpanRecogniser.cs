using System.Numerics;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Spans to operations.</summary>
internal sealed class SpanRecogniser(RecogniserParts parts, ItemReader item, ResourceReader resources, OperationReader operations)
{
    private const int Server = 2;
    private const int Client = 3;
    private const int Producer = 4;
    private const int Consumer = 5;
    private const int ErrorStatus = 2;

    public Recognition Recognise(SpanRecord span, in EventTime accepted, ref RecognitionCounts counts)
    {
        item.Attributes.Load(span.Attributes);
        var resource = resources.Read(span.Resource);
        if (TypeOf(span, resource) is not { } type) return Recognition.Ignored;
        var startedAt = EventTime.FromNanos(span.StartNanos);
        if (accepted.Refuse(startedAt) is { } reason) return Recognition.Rejected(reason);
        var operation = operations.Read(
            new OperationFrame
            {
                Type = type,
                Resource = resource,
                TraceId = span.TraceId,
                SpanId = span.SpanId,
                ParentSpanId = span.ParentSpanId,
                StartedAt = startedAt,
                Duration = EventTime.Between(span.StartNanos, span.EndNanos),
                Failure = FailureOf(span),
                Source = OperationSource.Span,
            },
            ref counts);
        return new Recognition(RecognitionOutcome.Operation, operation);
    }

    // Asks every dialect that the span's marks point to, most specific first.
    private OperationType? TypeOf(SpanRecord span, ResourceFacts resource)
    {
        var marks = item.Attributes.Marks | resource.Marks | parts.Dialects.MarksOfScope(span.Scope.Name.Span) | parts.Dialects.MarksOfSpan(span.Name.Span);
        for (; marks != 0; marks &= marks - 1)
        {
            var dialect = parts.Dialects[BitOperations.TrailingZeroCount(marks)];
            if (dialect.TypeOf(item.Attributes, span.Name.Span) is not { } type) continue;
            if (type == OperationType.None) return null;
            item.ReadAs(dialect);
            return BySpanKind(type, span.Kind);
        }

        return null;
    }

    private static OperationType? BySpanKind(OperationType type, int kind) => kind switch
    {
        // The serving side of a call that its client tells of too: its tokens would count twice.
        Server or Consumer when type.FollowsSpanKind || type.Kind is OperationKind.Inference or OperationKind.Embedding or OperationKind.Tool => OperationType.Request,
        Client or Producer => type,
        _ => type.FollowsSpanKind ? null : type,
    };

    private Failure? FailureOf(SpanRecord span)
    {
        var type = item.Text(Field.ErrorType);
        if (!type.IsEmpty) return parts.Folds.Failure(type);
        if (span.StatusCode != ErrorStatus && item.Flag(Field.Success) != false) return null;
        type = ExceptionType(span);
        if (!type.IsEmpty) return parts.Folds.Failure(type);
        return item.Count(Field.StatusCode) is { } status and >= 400 ? parts.Folds.Failure(status) : parts.Folds.Failure(FailureUnknown);
    }

    private static ReadOnlySpan<byte> FailureUnknown => "_OTHER"u8;

    private static ReadOnlySpan<byte> ExceptionType(SpanRecord span)
    {
        for (var i = 0; i < span.Events.Count; i++)
        {
            if (!span.Events[i].Name.Span.SequenceEqual("exception"u8)) continue;
            foreach (ref readonly var attribute in span.Events[i].Attributes.AsSpan())
            {
                if (attribute.Key.Span.SequenceEqual("exception.type"u8)) return attribute.Value.Text.Span;
            }
        }

        return default;
    }
}
