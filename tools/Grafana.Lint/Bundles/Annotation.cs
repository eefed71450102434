using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>A source of annotations: SQL, or Grafana's own built-in one.</summary>
internal sealed record Annotation(Dashboard Dashboard, JsonNode Json)
{
    public string Name => Json.Text("name") ?? "";

    public bool IsBuiltIn => Json.Number("builtIn") == 1;

    public Target Target => new(Json.At("target") ?? new JsonObject());

    public string Where => $"annotation \"{Name}\"";

    public SqlQuery? Query => IsBuiltIn ? null : new SqlQuery(Dashboard.File.Path, Where, SqlSource.Annotation, Target.Sql ?? "", Target.Format);
}
