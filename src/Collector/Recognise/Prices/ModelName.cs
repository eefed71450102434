using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Models as callers write them, and when a name in the catalogue stands for one.</summary>
internal static partial class ModelName
{
    /// <summary>
    /// The ways to look a model up, first the name as it is: without the region and vendor that Bedrock puts before it, without
    /// the path that gateways put before it, with the dashes of the vendor where a gateway writes dots.
    /// </summary>
    public static IEnumerable<string> Candidates(string model)
    {
        yield return model;
        var bare = RegionAndVendor().Replace(model, "");
        if (bare != model) yield return bare;
        var path = model.LastIndexOf('/');
        if (path >= 0) bare = model[(path + 1)..];
        if (path >= 0) yield return bare;
        if (bare.Contains('.', StringComparison.Ordinal)) yield return bare.Replace('.', '-');
    }

    /// <summary>Equal, or the pattern followed by a version of it (a date, <c>-latest</c>, <c>-preview</c>, <c>-v1:0</c>). Another model's name never is.</summary>
    public static bool Matches(string pattern, string model)
    {
        if (pattern.EndsWith('*')) return model.StartsWith(pattern.AsSpan(0, pattern.Length - 1), StringComparison.OrdinalIgnoreCase);
        return model.StartsWith(pattern, StringComparison.OrdinalIgnoreCase)
            && (model.Length == pattern.Length || Version().IsMatch(model.AsSpan(pattern.Length)));
    }

    [GeneratedRegex(@"^(?:(?:us-gov|us|eu|apac|global|au|jp|ca)\.)?(?:anthropic|mistral|cohere|meta|amazon|deepseek|openai)\.", RegexOptions.CultureInvariant)]
    private static partial Regex RegionAndVendor();

    [GeneratedRegex(@"^[-@:](?:\d{4}|latest|preview|exp|default|v\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Version();
}
