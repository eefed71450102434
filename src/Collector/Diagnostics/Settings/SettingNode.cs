namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>A key of the configuration as the options define it: a value, a section, a list or a dictionary.</summary>
internal sealed class SettingNode
{
    /// <summary>Child keys by name.</summary>
    public Dictionary<string, SettingNode> Children { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Type of the value; null for sections and lists, which have none.</summary>
    public Type? Value { get; init; }

    /// <summary>Node of each list item, or of each entry of a dictionary with free names; null = only <see cref="Children"/> exist.</summary>
    public SettingNode? Items { get; init; }

    /// <summary>Items are numbered from 0 instead of named.</summary>
    public bool IsList { get; init; }
}
