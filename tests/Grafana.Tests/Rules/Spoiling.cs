using System.Text.Json.Nodes;
using Tidemark.Grafana.Lint.Rules;

namespace Tidemark.Grafana.Tests.Rules;

/// <summary>A violation of a rule: a value set (or, if null, removed) in a file of the shipped bundle.</summary>
/// <param name="Rule">The rule that must report it.</param>
/// <param name="File">File of the bundle.</param>
/// <param name="Path">Members and indexes, separated by slashes; <c>+</c> at the end adds to a list.</param>
/// <param name="Value">JSON to put there; null removes it.</param>
internal sealed record Spoiling(string Rule, string File, string Path, string? Value)
{
    public IEnumerable<Remark> Remarks => Linter.Rules.Single(rule => rule.GetType().Name == Rule).Check(BundleCopy.With(File, Apply));

    public override string ToString() => $"{Rule}: {File} {Path} = {Value ?? "removed"}";

    private void Apply(JsonObject root)
    {
        var parts = Path.Split('/');
        JsonNode parent = root;
        foreach (var part in parts[..^1])
            parent = parent is JsonArray list ? list[Index(part)]! : parent[part]!;

        switch (parent)
        {
            case JsonArray list when parts[^1] == "+":
                list.Add(Parsed());
                break;
            case JsonArray list when Value is null:
                list.RemoveAt(Index(parts[^1]));
                break;
            case JsonArray list:
                list[Index(parts[^1])] = Parsed();
                break;
            case JsonObject map when Value is null:
                map.Remove(parts[^1]);
                break;
            default:
                parent[parts[^1]] = Parsed();
                break;
        }
    }

    private JsonNode? Parsed() => JsonNode.Parse(Value!);

    private static int Index(string part) => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture);
}
