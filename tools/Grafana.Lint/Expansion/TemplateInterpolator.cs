using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>
/// The browser's substitution of <c>$x</c>, <c>${x}</c>, <c>${x:format}</c> and <c>[[x]]</c>. Unknown names are left unchanged,
/// so macros pass through to the backend. It is not applied to alert rules.
/// </summary>
internal sealed partial class TemplateInterpolator(IReadOnlyDictionary<string, VariableValue> variables)
{
    private static readonly string[] FormatsThatOverrideAll = ["text", "percentencode"];

    /// <exception cref="MacroException">A format that the browser does not know.</exception>
    public string Interpolate(string text) => Reference().Replace(text, Replace);

    /// <summary>The variables that a text refers to, with their formats, including macros and built-in variables.</summary>
    public static IEnumerable<VariableReference> References(string text) =>
        Reference().Matches(text).Select(match => new VariableReference(match.Value, Name(match), Format(match)));

    private string Replace(Match match)
    {
        if (!variables.TryGetValue(Name(match), out var value))
            return match.Value;

        var format = Format(match);
        if (!VariableFormats.All.TryGetValue(format, out var print))
            throw new MacroException($"unknown variable format \"{format}\" in {match.Value}");

        return value.AllValue is { } all && !FormatsThatOverrideAll.Contains(format) ? all : print(value);
    }

    private static string Name(Match match) =>
        match.Groups["plain"].Success ? match.Groups["plain"].Value
        : match.Groups["braced"].Success ? match.Groups["braced"].Value
        : match.Groups["bracketed"].Value;

    private static string Format(Match match) => match.Groups["format"].Success ? match.Groups["format"].Value : VariableFormats.Default;

    [GeneratedRegex(@"\$(?<plain>\w+)|\[\[(?<bracketed>\w+?)(?::(?<format>\w+))?\]\]|\$\{(?<braced>\w+)(?:\.[^:^\}]+)?(?::(?<format>[^\}]+))?\}")]
    private static partial Regex Reference();
}
