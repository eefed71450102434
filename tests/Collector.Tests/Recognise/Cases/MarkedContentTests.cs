using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tidemark.Collector.Model.Metrics;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Mapping;
using Tidemark.Collector.Recognise.Privacy;
using Tidemark.Testing;

namespace Tidemark.Collector.Tests.Recognise.Cases;

/// <summary>
/// Every case and recording with words of a person in each text that no list calls a name or a code, at any depth, in messages of
/// exceptions and states, and in bodies: none of them is kept.
/// </summary>
public sealed class MarkedContentTests
{
    private static readonly KeyTable Keys = new DialectTable(DialectCatalogue.All).Keys;

    public static TheoryData<string> Requests =>
        [.. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Recognise"), "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Recognise_MarkedRequest_KeepsNoMarker(string file)
    {
        var root = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file)))!;
        var request = root["request"] ?? root;
        MarkedRequest.Mark(request);

        var result = Case.Run(JsonSerializer.SerializeToUtf8Bytes(request));

        Assert.DoesNotContain(MarkedRequest.Marker, string.Join('\n', result.Operations.Select(Everything)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(MarkedRequest.Marker, string.Join('\n', result.Points.Select(Everything)), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(MarkedRequest.Marker, string.Join('\n', result.Facts), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(MarkedRequest.Marker, string.Join('\n', result.Notices), StringComparison.OrdinalIgnoreCase);
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

        Assert.DoesNotContain(
            person, string.Join('\n', result.Operations.Select(Everything).Concat(result.Points.Select(Everything))), StringComparison.Ordinal);
        Assert.DoesNotContain(person, string.Join('\n', result.Facts) + string.Join('\n', result.Notices), StringComparison.Ordinal);
    }

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
        operation
        + Encoding.UTF8.GetString(operation.Attributes.Span)
        + Encoding.UTF8.GetString(operation.Content.Span)
        + Encoding.UTF8.GetString(operation.Labels.Span);

    private static string Everything(MetricPoint point) => point + Encoding.UTF8.GetString(point.Attributes.Span);
}
