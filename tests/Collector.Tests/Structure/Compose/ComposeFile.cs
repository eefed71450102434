using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Tidemark.Collector.Tests.Structure.Compose;

/// <summary>docker-compose.yml, with its merged parts in place.</summary>
internal sealed class ComposeFile
{
    private readonly Dictionary<object, object?> _root;

    private ComposeFile(Dictionary<object, object?> root) => _root = root;

    public IReadOnlyList<ComposeNode> Services => [.. Children("services")];

    public IReadOnlyList<ComposeNode> Secrets => [.. Children("secrets")];

    public static ComposeFile Read()
    {
        using var text = new StringReader(SourceTree.Read("docker-compose.yml"));
        return new ComposeFile(new DeserializerBuilder().Build().Deserialize<Dictionary<object, object?>>(new MergingParser(new Parser(text))));
    }

    public ComposeNode Service(string name) => Services.Single(service => service.Name == name);

    private IEnumerable<ComposeNode> Children(string section) =>
        ((Dictionary<object, object?>)_root[section]!).Select(child => new ComposeNode((string)child.Key, child.Value));
}
