using System.Globalization;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>Finds unknown keys and invalid values: .NET's binder ignores the former and stops at the first of the latter.</summary>
internal sealed class SettingsCheck(IConfiguration configuration)
{
    private readonly List<string> _faults = [];

    /// <summary>Keys with invalid values.</summary>
    public List<string> Unreadable { get; } = [];

    /// <returns>All errors, one sentence each.</returns>
    public IReadOnlyList<string> Run()
    {
        CheckRoots();
        CheckChildren(configuration.GetSection(KnownSettings.Root), KnownSettings.Tree, KnownSettings.Root);
        return _faults;
    }

    private void CheckRoots()
    {
        foreach (var section in configuration.GetChildren())
        {
            if (IsMisspelt(section.Key, KnownSettings.Root) && section.GetChildren().Any()) AddUnknown(section.Key, KnownSettings.Root);
        }

        if (configuration[StoreOptions.ConnectionName] is not null) return;
        foreach (var connection in configuration.GetSection("ConnectionStrings")
            .GetChildren()
            .Where(connection => IsMisspelt(connection.Key, KnownSettings.Root)))
            AddUnknown($"ConnectionStrings:{connection.Key}", StoreOptions.ConnectionName);
    }

    private void CheckChildren(IConfigurationSection section, SettingNode node, string path)
    {
        foreach (var child in section.GetChildren())
        {
            if (node.Children.TryGetValue(child.Key, out var known)) CheckNode(child, known, $"{path}:{NameOf(node, child.Key)}");
            else if (node.Items is not { } items) AddUnknown($"{path}:{child.Key}", Suggest(node, child.Key, path));
            else if (node.IsList && !int.TryParse(child.Key, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                _faults.Add($"{path} is a list: its items are {path}:0, {path}:1 and so on, not '{child.Key}'.");
            else CheckNode(child, items, $"{path}:{child.Key}");
        }
    }

    private void CheckNode(IConfigurationSection section, SettingNode node, string path)
    {
        if (node.Value is not { } type)
        {
            if (!string.IsNullOrEmpty(section.Value))
                _faults.Add(node.IsList ? $"{path} is a list: set {path}:0, {path}:1 and so on." : $"{path} has no value of its own: set keys below it.");
            CheckChildren(section, node, path);
            return;
        }

        if (section.GetChildren().FirstOrDefault() is { } below) AddUnknown($"{path}:{below.Key}", path);
        if (string.IsNullOrEmpty(section.Value) || SettingValue.Wanted(type, section.Value) is not { } wanted) return;
        _faults.Add($"{path} is '{section.Value}'; it must be {wanted}.");
        Unreadable.Add(section.Path);
    }

    private void AddUnknown(string key, string? suggestion) =>
        _faults.Add(suggestion is null
            ? $"{key} is not a setting; docs/configuration.md lists them all."
            : $"{key} is not a setting; did you mean {suggestion}?");

    /// <summary>The most similar sibling key, or otherwise any key with (nearly) that name.</summary>
    private static string? Suggest(SettingNode node, string name, string path)
    {
        if (path == StoreOptions.Section && string.Equals(name, nameof(StoreOptions.ConnectionString), StringComparison.OrdinalIgnoreCase))
            return StoreOptions.ConnectionName;
        if (Spelling.Nearest(name, node.Children.Keys) is { } beside) return $"{path}:{beside}";
        var all = Keys(KnownSettings.Tree, KnownSettings.Root).ToArray();
        var elsewhere = Spelling.Nearest(name, all.Select(LastPart));
        return elsewhere is null ? null : all.First(key => LastPart(key) == elsewhere);
    }

    private static IEnumerable<string> Keys(SettingNode node, string path) =>
        node.Children.SelectMany(child => Keys(child.Value, $"{path}:{child.Key}").Prepend($"{path}:{child.Key}"));

    private static string LastPart(string key) => key[(key.LastIndexOf(':') + 1)..];

    private static string NameOf(SettingNode node, string key) =>
        node.Children.Keys.First(name => string.Equals(name, key, StringComparison.OrdinalIgnoreCase));

    private static bool IsMisspelt(string name, string right) =>
        !string.Equals(name, right, StringComparison.OrdinalIgnoreCase) && Spelling.Nearest(name, [right]) is not null;
}
