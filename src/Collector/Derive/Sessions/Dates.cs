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

    /// <summary>Whether a value comes after the current one; of one instant the ordinally last does.</summary>
    public static bool IsLatest(Dated<string>? current, string value, DateTime at) =>
        current is null || at > current.At || (at == current.At && string.CompareOrdinal(value, current.Value) >= 0);

    /// <summary>Whether a fill comes after the current one; of one instant the fuller, then the one with the larger window, does.</summary>
    public static bool IsLatest(Dated<ContextFill>? current, in ContextFill fill, DateTime at)
    {
        if (current is null || at != current.At) return current is null || at > current.At;
        if (fill.Used != current.Value.Used) return fill.Used > current.Value.Used;
        return (fill.Max ?? -1) > (current.Value.Max ?? -1);
    }

    private static bool IsBefore(DateTime at, string value, Dated<string> current) =>
        at < current.At || (at == current.At && string.CompareOrdinal(value, current.Value) < 0);
}
