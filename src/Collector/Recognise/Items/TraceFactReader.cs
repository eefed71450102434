using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Traces;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads facts about a trace from a span that is not an operation.</summary>
internal sealed class TraceFactReader(RecogniserParts parts, ItemReader item, OperationReader operations)
{
    public TraceFact Read(SpanRecord span, ResourceFacts resource, bool isRelated) => new()
    {
        TraceId = span.TraceId,
        SpanId = span.SpanId,
        ParentSpanId = span.ParentSpanId,
        StartedAt = EventTime.FromNanos(span.StartNanos),
        SessionId = operations.SessionOf(resource)?.Text,
        ConversationId = item.Id(Field.Conversation)?.Text,
        IsRelated = isRelated,
        UserId = parts.Users.Get(item.IdText(Field.User)) ?? resource.User,
    };
}
