using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tidemark.Grafana.Lint.Bundles;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>Creates shapes.</summary>
internal static class Shape
{
    public static IShape Anything { get; } = new ScalarShape("anything", static _ => true);

    public static IShape Text { get; } = new ScalarShape("text", static node => Kind(node) == JsonValueKind.String);

    public static IShape Number { get; } = new ScalarShape("a number", static node => Kind(node) == JsonValueKind.Number);

    public static IShape NumberOrNull { get; } = new ScalarShape("a number or null", static node => Kind(node) is JsonValueKind.Number or JsonValueKind.Null);

    public static IShape Integer { get; } = new ScalarShape("a whole number", static node => node.AsNumber() is { } number && double.IsInteger(number));

    public static IShape Flag { get; } = new ScalarShape("true or false", static node => Kind(node) is JsonValueKind.True or JsonValueKind.False);

    public static IShape FlagOrNumber { get; } =
        new ScalarShape("true, false or a number", static node => Kind(node) is JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number);

    public static IShape Null { get; } = new ScalarShape("null", static node => node is null);

    public static IShape Texts { get; } = List(Text);

    public static IShape List(IShape item) => new ListShape(item);

    public static IShape Map(IShape value) => new MapShape(value);

    public static ObjectShape Object(params (string Key, IShape Shape)[] members) => new(members);

    public static IShape OneOf(params string[] values) =>
        new ScalarShape($"one of {string.Join(", ", values)}", node => node.AsText() is { } text && values.Contains(text));

    public static IShape NumberOf(params double[] values) =>
        new ScalarShape($"one of {string.Join(", ", values)}", node => node.AsNumber() is { } number && values.Contains(number));

    public static IShape Matching(Regex pattern, string expected) =>
        new ScalarShape(expected, node => node.AsText() is { } text && pattern.IsMatch(text));

    private static JsonValueKind Kind(JsonNode? node) => node?.GetValueKind() ?? JsonValueKind.Null;
}
