using System.Text;
using System.Text.Json.Nodes;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Testing;

/// <summary>
/// OTLP/JSON with personal text in every value that is not listed as a name or code, at any depth, in exception and status messages,
/// and in bodies.
/// </summary>
internal static class MarkedRequest
{
    public const string Marker = "Marker of what a person said";

    private static readonly KeyTable Keys = new DialectTable(DialectCatalogue.All).Keys;

    /// <summary>Keys whose text is a name or id in a column: markers there are expected.</summary>
    private static readonly HashSet<string> Columns =
    [
        .. DialectCatalogue.All.SelectMany(dialect => dialect.Keys.Values.Concat(dialect.Instead.Values)).SelectMany(keys => keys)
            .Where(key => key.Path is null).Select(key => key.Name),
        .. DialectCatalogue.All.SelectMany(dialect => dialect.CallKeys).SelectMany(keys => keys),
        "env", "team", "project", "cost_center", "tenant.id",
    ];

    public static void Mark(JsonNode? request) => Mark(request, isKnown: true);

    private static void Mark(JsonNode? node, bool isKnown)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) Mark(item, isKnown);
        }

        if (node is not JsonObject members) return;
        if (members["key"] is JsonValue key && members["value"] is JsonObject value)
        {
            var sort = Keys.SortOf(Encoding.UTF8.GetBytes(key.GetValue<string>()));
            Mark(value, sort is KeySort.Plain or KeySort.User || Columns.Contains(key.GetValue<string>()));
            return;
        }

        if (!isKnown && members["stringValue"] is JsonValue text) members["stringValue"] = MarkText(text.GetValue<string>());
        if (members["body"] is JsonObject body) Mark(body, isKnown: false);
        if (members["status"] is JsonObject status) status["message"] = Marker;
        foreach (var (name, child) in members.ToList())
        {
            if (name is not ("body" or "status")) Mark(child, isKnown);
        }
    }

    // JSON text stays valid: only names and numbers may be read from it.
    private static string MarkText(string text) =>
        text.StartsWith('{') || text.StartsWith('[') ? text.Replace("text", Marker, StringComparison.Ordinal) : Marker + " " + text;
}
