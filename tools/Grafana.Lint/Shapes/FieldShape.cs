using static Tidemark.Grafana.Lint.Shapes.Shape;

namespace Tidemark.Grafana.Lint.Shapes;

/// <summary>Settings of a panel's fields, without the part that each panel type defines for itself.</summary>
internal static class FieldShape
{
    private static readonly IShape Result = Object(("color", Text), ("icon", Text), ("index", Integer), ("text", Text));

    private static readonly IShape Mapping = new TaggedShape("type", new Dictionary<string, IShape>(StringComparer.Ordinal)
    {
        ["value"] = Object(("type*", Text), ("options*", Map(Result))),
        ["range"] = Object(("type*", Text), ("options*", Object(("from*", NumberOrNull), ("to*", NumberOrNull), ("result*", Result)))),
        ["regex"] = Object(("type*", Text), ("options*", Object(("pattern*", Text), ("result*", Result)))),
        ["special"] = Object(
            ("type*", Text),
            ("options*", Object(("match*", OneOf("true", "false", "null", "nan", "null+nan", "empty")), ("result*", Result)))),
    });

    private static readonly IShape Color = Object(
        ("mode*", OneOf(
            "fixed", "shades", "thresholds", "palette-classic", "palette-classic-by-name", "continuous-BlPu", "continuous-BlYlRd",
            "continuous-blues", "continuous-GrYlRd", "continuous-greens", "continuous-purples", "continuous-RdYlGr", "continuous-reds",
            "continuous-YlBl", "continuous-YlRd", "continuous-viridis")),
        ("fixedColor", Text),
        ("seriesBy", OneOf("last", "min", "max")));

    private static readonly IShape Thresholds = Object(
        ("mode*", OneOf("absolute", "percentage")),
        ("steps*", List(Object(("color*", Text), ("value*", NumberOrNull)))));

    public static IShape Link { get; } = Object(("title*", Text), ("url*", Text), ("targetBlank", Flag), ("oneClick", Flag));

    /// <summary>The members of <c>defaults</c>; <c>custom</c> is added per panel type.</summary>
    public static ObjectShape Defaults { get; } = Object(
        ("color", Color),
        ("decimals", Integer),
        ("description", Text),
        ("displayName", Text),
        ("filterable", Flag),
        ("links", List(Link)),
        ("mappings", List(Mapping)),
        ("max", Number),
        ("min", Number),
        ("noValue", Text),
        ("thresholds", Thresholds),
        ("unit", Text));

    /// <summary>The values of overrides outside <c>custom</c>.</summary>
    public static IReadOnlyDictionary<string, IShape> Properties { get; } = new Dictionary<string, IShape>(StringComparer.Ordinal)
    {
        ["color"] = Color,
        ["decimals"] = Integer,
        ["description"] = Text,
        ["displayName"] = Text,
        ["filterable"] = Flag,
        ["links"] = List(Link),
        ["mappings"] = List(Mapping),
        ["max"] = Number,
        ["min"] = Number,
        ["noValue"] = Text,
        ["thresholds"] = Thresholds,
        ["unit"] = Text,
    };
}
