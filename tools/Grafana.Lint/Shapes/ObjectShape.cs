using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>A map with known keys. A key that ends in <c>*</c> is required.</summary>
internal sealed class ObjectShape : IShape
{
    private readonly Dictionary<string, IShape> _members;
    private readonly string[] _required;

    public ObjectShape(params (string Key, IShape Shape)[] members)
    {
        _members = members.ToDictionary(member => member.Key.TrimEnd('*'), member => member.Shape, StringComparer.Ordinal);
        _required = [.. members.Where(member => member.Key.EndsWith('*')).Select(member => member.Key.TrimEnd('*'))];
    }

    /// <summary>This shape with more keys.</summary>
    public ObjectShape And(ObjectShape other) => new([.. Listed(), .. other.Listed()]);

    /// <summary>The shape of a key's value; null for an unknown key.</summary>
    public IShape? Member(string key) => _members.GetValueOrDefault(key);

    public IEnumerable<Violation> Check(JsonNode? node, string path)
    {
        if (node is not JsonObject map)
            return [new Violation(path, "is not a map")];

        var missing = _required.Where(key => !map.ContainsKey(key)).Select(key => new Violation(path, $"lacks \"{key}\""));
        return missing.Concat(map.SelectMany(member => CheckMember(member, path)));
    }

    private IEnumerable<Violation> CheckMember(KeyValuePair<string, JsonNode?> member, string path) =>
        _members.TryGetValue(member.Key, out var shape)
            ? shape.Check(member.Value, $"{path}.{member.Key}")
            : [new Violation(
                $"{path}.{member.Key}", $"is not a key that Grafana reads here; known are {string.Join(", ", _members.Keys.Order(StringComparer.Ordinal))}")];

    private IEnumerable<(string Key, IShape Shape)> Listed() =>
        _members.Select(member => (_required.Contains(member.Key) ? member.Key + "*" : member.Key, member.Value));
}
