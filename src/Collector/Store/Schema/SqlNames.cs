using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Store.Schema;

/// <summary>
/// Names for stored numbers, so that SQL contains <c>{scope.series}</c> instead of 6. <c>{kind.names}</c> is the list of all
/// names from 1 on, each at its number's position.
/// </summary>
internal static partial class SqlNames
{
    private static readonly FrozenDictionary<string, string> Words = new[]
    {
        Of<OperationKind>("kind"),
        Of<RollupScope>("scope"),
        Of<RollupTier>("tier"),
        Of<SessionStatus>("status"),
        Of<EventSeverity>("severity"),
        Of<CostSource>("cost_source"),
        Of<OperationSource>("source"),
    }.SelectMany(words => words).ToFrozenDictionary(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The text contains an unknown name.</exception>
    public static string Fill(string sql) => Word().Replace(sql, match => Words.TryGetValue(match.Groups[1].Value, out var number)
        ? number
        : throw new InvalidOperationException($"No stored number is called '{match.Groups[1].Value}'."));

    private static IEnumerable<KeyValuePair<string, string>> Of<TEnum>(string subject)
        where TEnum : struct, Enum
    {
        var numbers = Enum.GetValues<TEnum>()
            .Select(value => (Name: Snake(value.ToString()), Number: Convert.ToInt32(value, CultureInfo.InvariantCulture)))
            .OrderBy(one => one.Number)
            .ToList();
        foreach (var (name, number) in numbers) yield return new($"{subject}.{name}", number.ToString(CultureInfo.InvariantCulture));
        yield return new($"{subject}.names", string.Join(", ", numbers.Where(one => one.Number > 0).Select(one => $"'{one.Name}'")));
    }

    private static string Snake(string name) => Capital().Replace(name, match => $"_{match.Value}").ToLowerInvariant();

    [GeneratedRegex(@"\{([a-z_]+\.[a-z_]+)\}")]
    private static partial Regex Word();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Capital();
}
