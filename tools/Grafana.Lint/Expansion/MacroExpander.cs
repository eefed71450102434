using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>
/// The substitution by the data source's backend: plain text first, then every <c>$name(arguments)</c>,
/// whose arguments end at the first closing parenthesis, even a nested one.
/// </summary>
internal static partial class MacroExpander
{
    private const string Group = "__timeGroup";

    /// <exception cref="MacroException">Grafana would show an error in place of a result.</exception>
    public static ExpandedQuery Expand(string sql, TimeRange range, TimeSpan interval)
    {
        var text = ReplaceGlobals(sql, range, interval);
        Fill? fill = null;
        var expanded = Call().Replace(text, match =>
        {
            var call = Read(match, text, range);
            if (!Macros.All.TryGetValue(call.Name, out var macro))
                throw new MacroException($"unknown macro \"{call.Name}\"");

            if (call.Name.Contains("Group", StringComparison.Ordinal))
                fill = call.Fill ?? fill;
            return macro(call);
        });
        return new ExpandedQuery(expanded, fill);
    }

    private static string ReplaceGlobals(string sql, TimeRange range, TimeSpan interval) => sql
        .Replace("$__interval_ms", ((long)interval.TotalMilliseconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("$__interval", GrafanaInterval.Format(interval), StringComparison.Ordinal)
        .Replace("$__unixEpochFrom()", GoText.UnixSeconds(range.From), StringComparison.Ordinal)
        .Replace("$__unixEpochTo()", GoText.UnixSeconds(range.To), StringComparison.Ordinal);

    private static MacroCall Read(Match match, string text, TimeRange range)
    {
        var name = match.Groups["name"].Value;
        if (name == Group && IsFollowedByComma(text, match.Value))
            name += "Alias";
        var arguments = match.Groups["arguments"].Value.Split(',').Select(argument => argument.Trim(' ')).ToArray();
        return new MacroCall(name, arguments, range);
    }

    /// <summary>For older dashboards without the alias, the backend adds it if the first occurrence of the text precedes a comma.</summary>
    private static bool IsFollowedByComma(string text, string macro)
    {
        var end = text.IndexOf(macro, StringComparison.Ordinal) + macro.Length;
        return end < text.Length && text[end] == ',';
    }

    [GeneratedRegex(@"\$(?<name>[_a-zA-Z0-9]+)\((?<arguments>[^\)]*)\)")]
    private static partial Regex Call();
}
