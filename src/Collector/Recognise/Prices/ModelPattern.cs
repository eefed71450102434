using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Decides whether a name in the catalogue matches a model.</summary>
internal sealed partial class ModelPattern(string name, IReadOnlyList<string> variants)
{
    private const string Latest = "-latest";

    private readonly bool _isPrefix = name.EndsWith('*');
    private readonly string _name = ModelSpelling.Canonical(name.TrimEnd('*'));
    private readonly string[] _variants = [.. variants.OrderByDescending(variant => variant.Length).Select(variant => "-" + variant)];

    public int Length => _name.Length;

    /// <summary>
    /// Matches if equal, or followed only by a version (a date, <c>-001</c>, <c>-latest</c>, <c>-preview</c>, <c>-v1:0</c>) and one of the
    /// model's variants. Any other word indicates another product (<c>-mini</c>, <c>-audio</c>, <c>-tts</c>) with another price.
    /// </summary>
    /// <param name="model">The model in canonical spelling.</param>
    public bool Matches(string model)
    {
        if (_name.EndsWith(Latest, StringComparison.Ordinal) && model == _name[..^Latest.Length]) return true;
        if (!model.StartsWith(_name, StringComparison.Ordinal)) return false;
        if (_isPrefix || model.Length == _name.Length) return true;
        var rest = model[_name.Length..];
        foreach (var variant in _variants)
        {
            if (rest.EndsWith(variant, StringComparison.Ordinal)) rest = rest[..^variant.Length];
        }

        return rest.Length == 0 || Version().IsMatch(rest);
    }

    [GeneratedRegex(
        @"^(?:-(?:latest|preview|exp|experimental|beta|stable|customtools|v\d+|\d{3}|\d{4}|\d{6}|\d{8}|\d{4}-\d{2}-\d{2}|\d{2}-\d{4}|\d{2}-\d{2}|\d(?=:\d))|@(?:latest|default|\d{3,8})|:\d+k?)+$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Version();
}
