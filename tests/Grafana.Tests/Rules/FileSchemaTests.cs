using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Tidemark.Grafana.Lint.Bundles;
using Tidemark.Grafana.Lint.Schemas;
using Tidemark.Testing;

namespace Tidemark.Grafana.Tests.Rules;

public sealed class FileSchemaTests
{
    private const string Folder = "tools/Grafana.Lint/Schemas";

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.json", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_OfTheSchemas_IsAJsonSchema(string file)
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, file)));

        Assert.True(MetaSchemas.Draft202012.Evaluate(schema.RootElement).IsValid);
    }

    [Fact]
    public void Check_UnknownKey_NamesTheKnownOnes()
    {
        var provider = new JsonObject { ["apiVersion"] = 1, ["providers"] = new JsonArray(), ["provider"] = new JsonArray() };

        Assert.Equal(
            [new Violation("$.provider", "is not a key that Grafana reads here; known are apiVersion, providers")], FileSchema.Providers.Check(provider));
    }

    [Fact]
    public void Check_KeyOfADefinition_NamesTheKnownOnes()
    {
        var panel = Shipped.Bundle.Panels.First(panel => panel.Type == "stat").Json.DeepClone();
        panel["gridPos"]!["width"] = 4;

        Assert.Equal(
            [new Violation("$.gridPos.width", "is not a key that Grafana reads here; known are h, w, x, y")], FileSchema.Panel.Check(panel));
    }

    [Fact]
    public void Check_WrongValue_NamesTheAcceptedOnes()
    {
        var panel = Shipped.Bundle.Panels.First(panel => panel.Type == "stat").Json.DeepClone();
        panel["options"]!["graphMode"] = "bars";

        Assert.Equal(
            [new Violation("$.options.graphMode", """is "bars", expected one of ["area","line","none"]""")], FileSchema.Panel.Check(panel));
    }

    [Fact]
    public void Editors_AreGivenSchemas_ForEveryFileOfTheBundle()
    {
        var settings = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, ".vscode/settings.json")));
        var boards = settings.Items("json.schemas").Select(item => (Schema: item.Text("url")!, Files: item["fileMatch"]![0]!.AsText()!.TrimStart('/')));
        var others = settings.At("yaml.schemas")!.AsObject().Select(item => (Schema: item.Key, Files: item.Value.AsText()!));
        var named = boards.Concat(others).ToList();

        Assert.All(named, pair => Assert.True(File.Exists(Path.Combine(Repository.Root, pair.Schema)), pair.Schema));
        var matched = named.SelectMany(pair => Directory.EnumerateFiles(
            Path.Combine(Repository.Root, Path.GetDirectoryName(pair.Files)!), Path.GetFileName(pair.Files)));
        var bundle = Shipped.Bundle;
        var files = bundle.Dashboards.Select(dashboard => dashboard.File).Concat(bundle.DataSources).Concat(bundle.Providers).Concat(bundle.Alerting);
        Assert.Equal(files.Select(file => Path.Combine(bundle.Root, file.Path)).Order(StringComparer.Ordinal), matched.Order(StringComparer.Ordinal));
    }
}
