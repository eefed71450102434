namespace Tidemark.Grafana.Lint.Expansion;

/// <summary>One macro as it stands in the SQL, with its arguments split at commas.</summary>
internal sealed record MacroCall(string Name, IReadOnlyList<string> Arguments, TimeRange Range)
{
    public string Column => Arguments[0];

    /// <summary>The bucket size in the second argument, with or without quotes.</summary>
    public TimeSpan Interval
    {
        get
        {
            if (Arguments.Count < 2)
                throw new MacroException($"macro {Name} needs time column and interval and optional fill value");
            if (!GrafanaInterval.TryParse(Arguments[1].Trim('\''), out var interval))
                throw new MacroException($"error parsing interval {Arguments[1]}");
            return interval;
        }
    }

    public Fill? Fill => Arguments.Count == 3 ? Fill.Parse(Arguments[2], Interval) : null;
}
