using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Which of two dated values stands: decided by time and value alone, so that the order of arrival cannot matter.</summary>
internal static class Dates
{
    /// <summary>The earlier one; of one instant the ordinally first. An empty candidate is none.</summary>
    public static Dated<string>? Earliest(Dated<string>? current, string? value, DateTime at)
    {
        if (string.IsNullOrEmpty(value)) return current;
        return current is null || IsBefore(at, value, current) ? new Dated<string>(value, at) : current;
    }

    /// <summary>The later one; of one instant the ordinally last. An empty candidate is none.</summary>
    public static Dated<string>? Latest(Dated<string>? current, string? value, DateTime at)
    {
        if (string.IsNullOrEmpty(value)) return current;
        return current is null || IsBefore(current.At, current.Value, new Dated<string>(value, at)) ? new Dated<string>(value, at) : current;
    }

    /// <summary>Whether a value comes after the current one; of one instant the ordinally last does.</summary>
    public static bool IsLatest(Mark<string>? current, string value, DateTime at) =>
        current is not { } known || at > known.At || (at == known.At && string.CompareOrdinal(value, known.Value) >= 0);

    /// <summary>Whether a fill comes after the current one; of one instant the fuller, then the one with the larger window, does.</summary>
    public static bool IsLatest(Mark<ContextFill>? current, in ContextFill fill, DateTime at)
    {
        if (current is not { } known) return true;
        if (at != known.At) return at > known.At;
        if (fill.Used != known.Value.Used) return fill.Used > known.Value.Used;
        return (fill.Max ?? -1) > (known.Value.Max ?? -1);
    }

    private static bool IsBefore(DateTime at, string value, Dated<string> current) =>
        at < current.At || (at == current.At && string.CompareOrdinal(value, current.Value) < 0);
}
