using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tidemark.Collector.Model;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Privacy;

namespace Tidemark.Collector.Tests.Recognise.Cases;

/// <summary>
/// Every case and recording with words of a person in each text that no list calls a name or a code, at any depth, in messages of
/// exceptions and states, and in bodies: none of them is kept.
/// </summary>
public sealed class MarkedContentTests
{
    private const string Marker = "Marker of what somebody said";

    private static readonly KeyTable Keys = new DialectTable(DialectCatalogue.All).Keys;

    /// <summary>Keys whose text is a name or an id in a column: markers there are names.</summary>
    private static readonly HashSet<string> Columns =
    [
        .. DialectCatalogue.All.SelectMany(dialect => dialect.Keys.Values.Concat(dialect.Instead.Values)).SelectMany(keys => keys)
            .Where(key => key.Path is null).Select(key => key.Name),
        .. DialectCatalogue.All.SelectMany(dialect => dialect.CallKeys).SelectMany(keys => keys),
        "env", "team", "project", "cost_center", "tenant.id",
    ];

    public static TheoryData<string> Requests =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recognise"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Recognise_MarkedRequest_KeepsNoMarker(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))!;
        var request = root["request"] ?? root;
        Mark(request, isKnown: true);

        var result = Case.Run(JsonSerializer.SerializeToUtf8Bytes(request));

        Assert.DoesNotContain(Marker, string.Join('\n', result.Operations.Select(Everything)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Marker, string.Join('\n', result.Points.Select(Everything)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Marker, string.Join('\n', result.Facts), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(Marker, string.Join('\n', result.Signals), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Recognise_UserIdsDropped_AreNowhere(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))!;
        var request = root["request"] ?? root;
        const string person = "person-4711";
        SetUsers(request, person);

        var result = Case.Run(JsonSerializer.SerializeToUtf8Bytes(request), privacy: new PrivacyOptions { UserId = UserIdMode.Drop });

        Assert.DoesNotContain(person, string.Join('\n', result.Operations.Select(Everything).Concat(result.Points.Select(Everything))), StringComparison.Ordinal);
        Assert.DoesNotContain(person, string.Join('\n', result.Facts) + string.Join('\n', result.Signals), StringComparison.Ordinal);
    }

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

    // JSON text keeps its form: what is read out of it must be what numbers and names it holds.
    private static string MarkText(string text) => text.StartsWith('{') || text.StartsWith('[') ? text.Replace("text", Marker, StringComparison.Ordinal) : Marker + " " + text;

    private static void SetUsers(JsonNode? node, string person)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array) SetUsers(item, person);
        }

        if (node is not JsonObject members) return;
        if (members["key"] is JsonValue key && Keys.SortOf(Encoding.UTF8.GetBytes(key.GetValue<string>())) is KeySort.User or KeySort.Personal)
        {
            members["value"] = new JsonObject { ["stringValue"] = person };
            return;
        }

        foreach (var (_, child) in members.ToList()) SetUsers(child, person);
    }

    private static string Everything(Operation operation) =>
        operation + Encoding.UTF8.GetString(operation.Attributes.Span) + Encoding.UTF8.GetString(operation.Content.Span) + Encoding.UTF8.GetString(operation.Labels.Span);

    private static string Everything(MetricPoint point) => point + Encoding.UTF8.GetString(point.Attributes.Span);
}
