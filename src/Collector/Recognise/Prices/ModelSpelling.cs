using System.Text.RegularExpressions;

namespace Tidemark.Collector.Recognise.Prices;

/// <summary>Normalises the spelling of model names, whatever separators and word order a route uses.</summary>
internal static partial class ModelSpelling
{
    /// <summary>Rules in order; each is applied to the result of the previous ones.</summary>
    private static readonly (Regex From, string To)[] Rules =
    [
        (Separators(), "-"),
        // "claude-4.5-sonnet", "claude-4-opus": the word order before generation 4.
        (VersionBeforeClass(), "${maker}claude-${class}-${version}"),
        // "claude-sonnet-3-7", "claude-haiku-3.5": the word order since then.
        (ClassBeforeVersion(), "${maker}claude-${version}-${class}"),
        // Azure does not allow dots in names: "gpt-35-turbo"; and people omit the hyphen: "gpt4o-mini".
        (Gpt35(), "${before}gpt-3-5-"),
        (GptWithoutHyphen(), "${before}gpt-"),
        // "gemini-flash-1.5" on routers.
        (GeminiClassFirst(), "${before}gemini-${version}-${class}"),
    ];

    public static string Canonical(string name)
    {
        var text = name.Trim().ToLowerInvariant();
        foreach (var (from, to) in Rules) text = from.Replace(text, to);
        return text;
    }

    [GeneratedRegex(@"[._\s]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(
        @"^(?<maker>(?:.*/)?(?:[a-z]+-)?)claude-(?<version>[4-9](?:-\d)?)-(?<class>opus|sonnet|haiku|fable|mythos)(?=$|[-@:])", RegexOptions.CultureInvariant)]
    private static partial Regex VersionBeforeClass();

    [GeneratedRegex(@"^(?<maker>(?:.*/)?(?:[a-z]+-)?)claude-(?<class>opus|sonnet|haiku)-(?<version>3(?:-[57])?)(?=$|[-@:])", RegexOptions.CultureInvariant)]
    private static partial Regex ClassBeforeVersion();

    [GeneratedRegex(@"^(?<before>(?:.*/)?)gpt-?35-", RegexOptions.CultureInvariant)]
    private static partial Regex Gpt35();

    [GeneratedRegex(@"^(?<before>(?:.*/)?)gpt(?=\d)", RegexOptions.CultureInvariant)]
    private static partial Regex GptWithoutHyphen();

    [GeneratedRegex(@"^(?<before>(?:.*/)?)gemini-(?<class>pro|flash|flash-lite|flash-8b)-(?<version>\d-\d)(?=$|[-@:])", RegexOptions.CultureInvariant)]
    private static partial Regex GeminiClassFirst();
}
