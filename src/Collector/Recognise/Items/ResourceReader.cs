using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Reads a resource once for all its items.</summary>
internal sealed class ResourceReader(RecogniseOptions options, DialectTable dialects, Vocabulary vocabulary, UserIds users)
{
    private ResourceRecord? _resource;
    private long _version;
    private ResourceFacts? _facts;

    public ResourceFacts Read(ResourceRecord resource)
    {
        if (_facts is not null && ReferenceEquals(resource, _resource) && resource.Version == _version) return _facts;
        _resource = resource;
        _version = resource.Version;
        return _facts = Make(resource.Attributes);
    }

    private ResourceFacts Make(AttributeList attributes)
    {
        var service = Find(attributes, "service.name"u8);
        var environment = Find(attributes, "deployment.environment.name"u8);
        if (environment.IsEmpty) environment = Find(attributes, "deployment.environment"u8);
        if (environment.IsEmpty) environment = Find(attributes, "gen_ai.environment"u8);
        if (environment.IsEmpty) environment = Find(attributes, "env"u8);
        var session = Find(attributes, "session.id"u8);
        var user = Find(attributes, "user.id"u8);
        return new ResourceFacts(
            vocabulary.Services.Get(service.IsEmpty ? "unknown_service"u8 : service),
            vocabulary.Environments.Get(environment),
            vocabulary.Words.Get(Find(attributes, "service.version"u8)),
            session.IsEmpty ? null : vocabulary.Ids.Get(session),
            users.Get(user),
            dialects.MarksOfService(service),
            [.. options.LabelKeys.Select(key => Find(attributes, Encoding.UTF8.GetBytes(key)).ToArray())],
            DetailsOf(attributes));
    }

    // The repository and branch that an agent works on.
    private static (byte[] Key, byte[] Value)[] DetailsOf(AttributeList attributes)
    {
        var details = new List<(byte[] Key, byte[] Value)>();
        foreach (ref readonly var attribute in attributes.AsSpan())
        {
            if (attribute.Value.Kind == AttributeValueKind.String && attribute.Value.Text.Length <= 256 && attribute.Key.Span.StartsWith("vcs."u8))
            {
                details.Add((attribute.Key.ToArray(), attribute.Value.Text.ToArray()));
            }
        }

        return [.. details];
    }

    private static ReadOnlySpan<byte> Find(AttributeList attributes, ReadOnlySpan<byte> key)
    {
        foreach (ref readonly var attribute in attributes.AsSpan())
        {
            if (attribute.Value.Kind == AttributeValueKind.String && attribute.Key.Span.SequenceEqual(key)) return attribute.Value.Text.Span;
        }

        return default;
    }
}
