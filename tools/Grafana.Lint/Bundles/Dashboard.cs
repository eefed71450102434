using System.Text.Json.Nodes;

namespace Tidemark.Grafana.Lint.Bundles;

/// <summary>One dashboard file with its parts.</summary>
internal sealed record Dashboard(BundleFile File)
{
    public JsonObject Json => File.Root;

    public string Uid => Json.Text("uid") ?? "";

    public string Title => Json.Text("title") ?? "";

    /// <summary>Panels and rows, those of collapsed rows after their row.</summary>
    public IReadOnlyList<Panel> Panels => [.. Json.Items("panels").SelectMany(Flatten)];

    public IReadOnlyList<Variable> Variables => [.. Json.At("templating").Items("list").Select(item => new Variable(this, item))];

    public IReadOnlyList<Annotation> Annotations => [.. Json.At("annotations").Items("list").Select(item => new Annotation(this, item))];

    /// <summary>All queries of the dashboard.</summary>
    public IEnumerable<SqlQuery> Queries =>
        Variables.Select(variable => variable.Query)
            .Concat(Annotations.Select(annotation => annotation.Query))
            .Concat(Panels.SelectMany(panel => panel.Queries))
            .OfType<SqlQuery>();

    private IEnumerable<Panel> Flatten(JsonNode json) =>
        json.Items("panels").Select(child => new Panel(this, child, InCollapsedRow: true)).Prepend(new Panel(this, json, InCollapsedRow: false));
}
