using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Formatting;

/// <summary>
/// Writes dashboard files in one format, so that diffs show only what changed: keys in a fixed order, two spaces, small values
/// without nesting on one line.
/// </summary>
internal static class DashboardFormatter
{
    private const int LongestLine = 120;
    private const int Indent = 2;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(JsonObject dashboard)
    {
        var text = new StringBuilder();
        Write(text, dashboard, 0, 0);
        return text.Append('\n').ToString();
    }

    private static void Write(StringBuilder text, JsonNode? node, int depth, int column)
    {
        var line = OneLine(node);
        if (IsFlat(node) && column + line.Length <= LongestLine)
            text.Append(line);
        else if (node is JsonObject map)
            WriteParts(text, '{', '}', depth, Ordered(map).Select(member => (Key(member.Key), member.Value)));
        else if (node is JsonArray list)
            WriteParts(text, '[', ']', depth, list.Select(item => ("", item)));
        else
            text.Append(line);
    }

    private static void WriteParts(StringBuilder text, char open, char close, int depth, IEnumerable<(string Key, JsonNode? Value)> parts)
    {
        text.Append(open);
        var separator = "";
        foreach (var (key, value) in parts)
        {
            text.Append(separator).Append('\n').Append(' ', (depth + 1) * Indent).Append(key);
            Write(text, value, depth + 1, ((depth + 1) * Indent) + key.Length);
            separator = ",";
        }

        text.Append('\n').Append(' ', depth * Indent).Append(close);
    }

    private static string OneLine(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", Ordered(map).Select(member => Key(member.Key) + OneLine(member.Value)))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(OneLine))}]",
        _ => node?.ToJsonString(Readable) ?? "null",
    };

    /// <summary>Whether a value has at most one level of nesting and is written on one line.</summary>
    private static bool IsFlat(JsonNode? node) => Parts(node).All(part => Parts(part).All(inner => inner is not (JsonObject or JsonArray)));

    private static IEnumerable<JsonNode?> Parts(JsonNode? node) => node switch
    {
        JsonObject map => map.Select(member => member.Value),
        JsonArray list => list,
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Ordered(JsonObject map) => map.OrderBy(member => member.Key, KeyOrder.Instance);

    private static string Key(string key) => JsonSerializer.Serialize(key, Readable) + ": ";
}
