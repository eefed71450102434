namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>All macros of Grafana's PostgreSQL data source (12.4, without TimescaleDB).</summary>
internal static class Macros
{
    private const string TimeAlias = " AS \"time\"";

    /// <summary>What each macro expands to.</summary>
    public static IReadOnlyDictionary<string, Func<MacroCall, string>> All { get; } = new Dictionary<string, Func<MacroCall, string>>(StringComparer.Ordinal)
    {
        ["__time"] = call => call.Column + TimeAlias,
        ["__timeEpoch"] = call => $"extract(epoch from {call.Column}) as \"time\"",
        ["__timeFilter"] = call => $"{call.Column} BETWEEN {From(call)} AND {To(call)}",
        ["__timeFrom"] = From,
        ["__timeTo"] = To,
        ["__timeGroup"] = TimeGroup,
        ["__timeGroupAlias"] = call => TimeGroup(call) + TimeAlias,
        ["__unixEpochFilter"] = call => Between(call, GoText.UnixSeconds),
        ["__unixEpochNanoFilter"] = call => Between(call, GoText.UnixNanoseconds),
        ["__unixEpochNanoFrom"] = call => GoText.UnixNanoseconds(call.Range.From),
        ["__unixEpochNanoTo"] = call => GoText.UnixNanoseconds(call.Range.To),
        ["__unixEpochGroup"] = UnixGroup,
        ["__unixEpochGroupAlias"] = call => UnixGroup(call) + TimeAlias,
    };

    private static string From(MacroCall call) => $"'{GoText.Time(call.Range.From)}'";

    private static string To(MacroCall call) => $"'{GoText.Time(call.Range.To)}'";

    private static string Between(MacroCall call, Func<DateTimeOffset, string> print) =>
        $"{call.Column} >= {print(call.Range.From)} AND {call.Column} <= {print(call.Range.To)}";

    private static string TimeGroup(MacroCall call) => Floor(call, $"extract(epoch from {call.Column})");

    private static string UnixGroup(MacroCall call) => Floor(call, $"({call.Column})");

    private static string Floor(MacroCall call, string seconds)
    {
        var size = GoText.Float(call.Interval.TotalSeconds);
        return $"floor({seconds}/{size})*{size}";
    }
}
