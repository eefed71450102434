namespace Tidemark.Collector.Tests.Structure.Compose;

/// <summary>A named part of the file.</summary>
internal sealed record ComposeNode(string Name, object? Value)
{
    public string? Text => Value as string;

    /// <summary>Items of a list; empty if there is none.</summary>
    public IReadOnlyList<string> Items => Value is List<object> list ? [.. list.Select(item => item.ToString()!)] : [];

    /// <summary>Members of a map; empty if there is none.</summary>
    public IReadOnlyList<ComposeNode> Members =>
        Value is Dictionary<object, object?> map ? [.. map.Select(child => new ComposeNode((string)child.Key, child.Value))] : [];

    /// <summary>A member by path; a node without a value if it does not exist.</summary>
    public ComposeNode this[params string[] path] =>
        path.Aggregate(this, (node, name) => node.Members.FirstOrDefault(member => member.Name == name) ?? new ComposeNode(name, null));

    public override string ToString() => Name;
}
