namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>A key of the configuration as the options know it: a value, a section, a list or a dictionary.</summary>
internal sealed class SettingNode
{
    /// <summary>Keys below this one, by name.</summary>
    public Dictionary<string, SettingNode> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Type of the value; null = a section or a list, which has none of its own.</summary>
    public Type? Value { get; init; }

    /// <summary>What each item of a list, or each entry of a dictionary with free names, is; null = only <see cref="Children"/> exist.</summary>
    public SettingNode? Items { get; init; }

    /// <summary>Items are numbered from 0, rather than named.</summary>
    public bool IsList { get; init; }
}
