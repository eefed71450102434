using System.Text.Json.Nodes;
using Json.Schema;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Schemas;

/// <summary>The JSON Schema files, which are embedded in the assembly.</summary>
internal static class SchemaFiles
{
    private const string Closed = "/additionalProperties";

    private static readonly Uri Base = new("schema:///");

    private static readonly SchemaRegistry Registry = new() { Fetch = static (uri, _) => Build(uri) };

    public static JsonSchema Read(string name) => (JsonSchema)Registry.Get(new Uri(Base, name))!;

    /// <summary>The keys that a schema allows, by the location of its <c>additionalProperties</c>.</summary>
    /// <returns>Empty if the location is not one.</returns>
    public static IReadOnlyList<string> KnownKeys(Uri location)
    {
        // The library adds to locations inside of definitions: `#/$defs/sql/additionalProperties/sql`.
        var end = location.Fragment.LastIndexOf(Closed, StringComparison.Ordinal);
        if (end < 0)
            return [];

        JsonNode? node = JsonNode.Parse(Text(location));
        foreach (var segment in location.Fragment[1..end].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonObject map => map[Uri.UnescapeDataString(segment)],
                JsonArray list when int.TryParse(segment, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return node.At("properties") is JsonObject properties ? [.. properties.Select(property => property.Key).Order(StringComparer.Ordinal)] : [];
    }

    private static JsonSchema Build(Uri uri) => JsonSchema.FromText(Text(uri), new BuildOptions { SchemaRegistry = Registry }, uri);

    private static string Text(Uri uri)
    {
        var name = uri.AbsolutePath.TrimStart('/');
        using var stream = typeof(SchemaFiles).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException($"There is no schema {name}; those of the directory Schemas are embedded.", name);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
