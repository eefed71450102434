using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads what a span that is no operation says about its trace.</summary>
internal sealed class TraceFactReader(RecogniserParts parts, ItemReader item, OperationReader operations)
{
    // Longer names are prose, which may hold what people said.
    private const int MaxNameBytes = 80;

    public TraceFact Read(SpanRecord span, ResourceFacts resource) => new()
    {
        TraceId = span.TraceId,
        SpanId = span.SpanId,
        ParentSpanId = span.ParentSpanId,
        StartedAt = EventTime.FromNanos(span.StartNanos),
        SessionId = operations.SessionOf(resource)?.Text,
        ConversationId = item.Id(Field.Conversation)?.Text,
        UserId = parts.Users.Get(item.IdText(Field.User)) ?? resource.User,
        Service = resource.Service.Text,
        Scope = parts.Vocabulary.Scopes.Get(span.Scope.Name.Span).Text,
        ScopeVersion = parts.Vocabulary.Scopes.Get(span.Scope.Version.Span).Text,
        Name = NameOf(span.Name.Span),
    };

    private string NameOf(ReadOnlySpan<byte> name) =>
        name.Length > MaxNameBytes || name.IndexOfAny("\n{["u8) >= 0 ? "" : parts.Vocabulary.SpanNames.Get(name).Text;
}
