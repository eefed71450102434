using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Batches;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Describes an unrecognised item by its scope and name.</summary>
internal sealed class UnknownReader(RecogniserParts parts)
{
    // Longer names are prose, which may be content.
    private const int MaxNameBytes = 80;

    /// <param name="name">Name of the span or event; never a log record's body.</param>
    public IgnoredItem Read(ScopeRecord scope, ReadOnlySpan<byte> name) =>
        new(parts.Vocabulary.Scopes.Get(scope.Name.Span).Text, parts.Vocabulary.Scopes.Get(scope.Version.Span).Text, ExampleOf(name));

    private string ExampleOf(ReadOnlySpan<byte> name) =>
        name.Length > MaxNameBytes || name.IndexOfAny("\n{["u8) >= 0 ? "" : parts.Vocabulary.SpanNames.Get(name).Text;
}
