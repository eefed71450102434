using System.Globalization;
using System.Text.RegularExpressions;

namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>Intervals as Grafana writes and reads them: Go durations (<c>1h30m</c>, <c>20ms</c>) and whole days, weeks, months and years.</summary>
internal static partial class GrafanaInterval
{
    private const double DaysInYear = 365.25;

    private static readonly Dictionary<string, TimeSpan> Units = new(StringComparer.Ordinal)
    {
        ["us"] = TimeSpan.FromMicroseconds(1),
        ["µs"] = TimeSpan.FromMicroseconds(1),
        ["ms"] = TimeSpan.FromMilliseconds(1),
        ["s"] = TimeSpan.FromSeconds(1),
        ["m"] = TimeSpan.FromMinutes(1),
        ["h"] = TimeSpan.FromHours(1),
        ["d"] = TimeSpan.FromDays(1),
        ["w"] = TimeSpan.FromDays(7),
        ["M"] = TimeSpan.FromDays(DaysInYear / 12),
        ["y"] = TimeSpan.FromDays(DaysInYear),
    };

    private static readonly (TimeSpan Size, string Unit)[] Printed =
    [
        (TimeSpan.FromDays(365), "y"),
        (TimeSpan.FromDays(1), "d"),
        (TimeSpan.FromHours(1), "h"),
        (TimeSpan.FromMinutes(1), "m"),
        (TimeSpan.FromSeconds(1), "s"),
        (TimeSpan.FromMilliseconds(1), "ms"),
    ];

    /// <summary>Parses an interval; returns false if Grafana would reject it.</summary>
    public static bool TryParse(string text, out TimeSpan interval)
    {
        interval = TimeSpan.Zero;
        if (text == "0")
            return true;

        if (!Calendar().IsMatch(text) && !Duration().IsMatch(text))
            return false;

        foreach (Match part in Part().Matches(text))
            interval += Units[part.Groups["unit"].Value] * double.Parse(part.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>The largest whole unit, rounded down, as <c>$__interval</c> shows it.</summary>
    public static string Format(TimeSpan interval)
    {
        foreach (var (size, unit) in Printed)
        {
            if (interval >= size)
                return string.Create(CultureInfo.InvariantCulture, $"{interval.Ticks / size.Ticks}{unit}");
        }

        return "1ms";
    }

    [GeneratedRegex(@"^\d+[dwMy]$")]
    private static partial Regex Calendar();

    [GeneratedRegex(@"^((\d+\.?\d*|\.\d+)(us|µs|ms|s|m|h))+$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"(?<number>\d+\.?\d*|\.\d+)(?<unit>us|µs|ms|s|m|h|d|w|M|y)")]
    private static partial Regex Part();
}
