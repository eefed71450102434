using System.ComponentModel;
using System.Reflection;
using Tidemark.Collector.Store;

namespace Tidemark.Collector.Diagnostics.Settings;

/// <summary>All keys that the collector reads, derived from its options: types with a constant <c>Section</c>.</summary>
internal static class KnownSettings
{
    /// <summary>The first part of all keys except the connection string's.</summary>
    public const string Root = "Tidemark";

    /// <summary>Options types by section.</summary>
    public static IReadOnlyList<(string Section, Type Type)> Sections { get; } =
    [
        .. from type in typeof(KnownSettings).Assembly.GetTypes()
           let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
           where section is not null
           orderby section, type.Name
           select (section, type),
    ];

    /// <summary>The settings below <see cref="Root"/>.</summary>
    public static SettingNode Tree { get; } = CreateTree();

    private static SettingNode CreateTree()
    {
        var root = new SettingNode();
        foreach (var (section, type) in Sections)
        {
            var node = section.Split(':').Skip(1).Aggregate(root, Descend);
            AddProperties(node, type);
        }

        // It is set under ConnectionStrings, as usual in .NET.
        root.Children["Store"].Children.Remove(nameof(StoreOptions.ConnectionString));
        return root;
    }

    private static SettingNode Descend(SettingNode node, string name)
    {
        if (!node.Children.TryGetValue(name, out var child)) node.Children[name] = child = new SettingNode();
        return child;
    }

    private static void AddProperties(SettingNode node, Type type)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.SetMethod is { IsPublic: true } || property.PropertyType.IsGenericType) node.Children[property.Name] = NodeOf(property.PropertyType);
        }
    }

    private static SettingNode NodeOf(Type type)
    {
        if (Implemented(type, typeof(IDictionary<,>)) is [var key, var value])
        {
            if (!key.IsEnum) return new SettingNode { Items = NodeOf(value) };
            var named = new SettingNode();
            foreach (var name in Enum.GetNames(key)) named.Children[name] = NodeOf(value);
            return named;
        }

        if (type != typeof(string) && Implemented(type, typeof(IEnumerable<>)) is [var item]) return new SettingNode { Items = NodeOf(item), IsList = true };
        if (TypeDescriptor.GetConverter(type).CanConvertFrom(typeof(string))) return new SettingNode { Value = type };

        var section = new SettingNode();
        AddProperties(section, type);
        return section;
    }

    /// <returns>Type arguments of the generic interface, or null.</returns>
    private static Type[]? Implemented(Type type, Type definition) =>
        type.GetInterfaces()
            .Prepend(type)
            .FirstOrDefault(candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == definition)?.GetGenericArguments();
}
