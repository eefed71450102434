using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>Reads values from loosely typed files; a missing value, or one of another type, is null.</summary>
internal static class JsonReading
{
    public static string? Text(this JsonNode? node, string key) => (node as JsonObject)?[key].AsText();

    public static string? AsText(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    public static double? Number(this JsonNode? node, string key) => (node as JsonObject)?[key].AsNumber();

    public static double? AsNumber(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;

    public static bool Flag(this JsonNode? node, string key) => (node as JsonObject)?[key]?.GetValueKind() == JsonValueKind.True;

    public static JsonNode? At(this JsonNode? node, string key) => (node as JsonObject)?[key];

    public static IEnumerable<JsonNode> Items(this JsonNode? node, string key) => node.At(key) is JsonArray array ? array.OfType<JsonNode>() : [];

    /// <summary>Every text in a tree with the name of the member that holds it.</summary>
    public static IEnumerable<(string Key, string Text)> Texts(this JsonNode? node, string key = "") => node switch
    {
        JsonObject map => map.SelectMany(member => member.Value.Texts(member.Key)),
        JsonArray list => list.SelectMany(item => item.Texts(key)),
        _ when node.AsText() is { } text => [(key, text)],
        _ => [],
    };
}
