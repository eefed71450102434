using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Pointer;
using Json.Schema;

namespace Tidemark.Grafana.Lint.Schemas;

/// <summary>
/// The accepted content of a file, or of a part of one. Grafana ignores unknown and misspelt keys, so the schemas list the keys that it reads
/// and allow no others.
/// </summary>
internal sealed class FileSchema
{
    private static readonly EvaluationOptions Options = new() { OutputFormat = OutputFormat.List };

    private readonly JsonSchema _schema;

    static FileSchema()
    {
        ErrorMessages.Culture = CultureInfo.InvariantCulture;
        ErrorMessages.Enum = "is [[received]], expected one of [[values]]";
        ErrorMessages.Type = "is [[received]], expected [[expected]]";
        ErrorMessages.Pattern = "is [[received]], expected a match of [[pattern]]";
        ErrorMessages.Required = "lacks [[missing]]";
        ErrorMessages.FalseSchema = "is not a key that Grafana reads here";
    }

    private FileSchema(string name) => _schema = SchemaFiles.Read(name);

    public static FileSchema Dashboard { get; } = new("dashboard.schema.json");

    public static FileSchema Panel { get; } = new("panel.schema.json");

    public static FileSchema Alerting { get; } = new("alerting.schema.json");

    public static FileSchema DataSources { get; } = new("datasources.schema.json");

    public static FileSchema Providers { get; } = new("providers.schema.json");

    public IEnumerable<Violation> Check(JsonNode node)
    {
        var result = _schema.Evaluate(JsonSerializer.SerializeToElement(node), Options);
        return result.IsValid
            ? []
            : [.. from detail in (result.Details ?? []).Prepend(result)
                  where detail.Errors is not null && !IsCondition(detail.EvaluationPath)
                  from error in detail.Errors!
                  select new Violation(PathOf(detail.InstanceLocation), error.Value + Known(error.Key, detail.SchemaLocation))];
    }

    /// <summary>Conditions that select a branch may fail; the list of results contains them too.</summary>
    private static bool IsCondition(JsonPointer path) => path.ToString().Split('/').Contains("if");

    // A schema that is false has no keyword.
    private static string Known(string keyword, Uri location) =>
        keyword.Length == 0 && SchemaFiles.KnownKeys(location) is { Count: > 0 } keys ? $"; known are {string.Join(", ", keys)}" : "";

    private static string PathOf(JsonPointer location) => location.ToString().Split('/').Skip(1).Aggregate(
        "$", (path, key) => int.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? $"{path}[{key}]" : $"{path}.{key}");
}
