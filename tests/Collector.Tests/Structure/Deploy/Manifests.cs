using Tidemark.Collector.Tests.Structure.Compose;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace Tidemark.Collector.Tests.Structure.Deploy;

/// <summary>The Kubernetes objects in <c>docs/deploy</c>, by their kind.</summary>
internal static class Manifests
{
    public static IReadOnlyList<ComposeNode> All { get; } =
        [.. SourceTree.Files("docs/deploy", "*.yaml").Order(StringComparer.Ordinal).SelectMany(Read)];

    public static ComposeNode Of(string kind) => All.Single(item => item.Name == kind);

    private static IEnumerable<ComposeNode> Read(string path)
    {
        using var text = new StringReader(SourceTree.Read(path));
        var parser = new Parser(text);
        var deserializer = new DeserializerBuilder().Build();
        parser.Consume<StreamStart>();
        var items = new List<ComposeNode>();
        while (parser.Accept<DocumentStart>(out _))
        {
            var root = deserializer.Deserialize<Dictionary<object, object?>>(parser);
            items.Add(new ComposeNode((string)root["kind"]!, root));
        }

        return items;
    }
}
