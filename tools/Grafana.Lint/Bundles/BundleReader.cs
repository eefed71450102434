using System.Text.Json;
using System.Text.Json.Nodes;
using YamlDotNet.Core;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>Reads the bundle's directory in the layout that Grafana expects.</summary>
internal static class BundleReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="InvalidDataException">A file is not JSON or YAML; the message names it.</exception>
    public static Bundle Read(string root) => new(
        root,
        [.. Files(root, "dashboards", "*.json", ReadJson).Select(file => new Dashboard(file))],
        Files(root, "provisioning/datasources", "*.yaml", YamlReader.Read),
        Files(root, "provisioning/dashboards", "*.yaml", YamlReader.Read),
        Files(root, "provisioning/alerting", "*.yaml", YamlReader.Read));

    /// <summary>A dashboard from its text.</summary>
    public static JsonObject ReadJson(string text) =>
        JsonNode.Parse(text, documentOptions: Strict) as JsonObject ?? throw new JsonException("A dashboard file is one JSON object.");

    private static List<BundleFile> Files(string root, string directory, string pattern, Func<string, JsonObject> parse)
    {
        var path = Path.Combine(root, directory);
        return Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal).Select(file => ReadFile(root, file, parse))]
            : [];
    }

    private static BundleFile ReadFile(string root, string file, Func<string, JsonObject> parse)
    {
        var text = File.ReadAllText(file);
        var name = Path.GetRelativePath(root, file).Replace('\\', '/');
        try
        {
            return new BundleFile(name, text, parse(text));
        }
        catch (Exception exception) when (exception is JsonException or YamlException)
        {
            throw new InvalidDataException($"{name} cannot be read: {exception.Message}", exception);
        }
    }
}
