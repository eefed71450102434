using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Decides which of two dated values wins by time and value alone, so that the order of arrival does not matter.</summary>
internal static class Dates
{
    /// <summary>The earlier value; at the same instant the ordinally first. An empty candidate is ignored.</summary>
    public static Dated<string>? Earliest(Dated<string>? current, string? value, DateTime at)
    {
        if (string.IsNullOrEmpty(value)) return current;
        return current is null || IsBefore(at, value, current) ? new Dated<string>(value, at) : current;
    }

    /// <summary>The later value; at the same instant the ordinally last. An empty candidate is ignored.</summary>
    public static Dated<string>? Latest(Dated<string>? current, string? value, DateTime at)
    {
        if (string.IsNullOrEmpty(value)) return current;
        return current is null || IsBefore(current.At, current.Value, new Dated<string>(value, at)) ? new Dated<string>(value, at) : current;
    }

    /// <summary>Whether a value is later than the current one; at the same instant the ordinally last wins.</summary>
    public static bool IsLatest(Mark<string>? current, string value, DateTime at) =>
        current is not { } known || at > known.At || (at == known.At && string.CompareOrdinal(value, known.Value) >= 0);

    /// <summary>Whether a fill is later than the current one; at the same instant the fuller wins, then the larger window.</summary>
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
