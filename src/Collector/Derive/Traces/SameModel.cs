using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Whether two reports may name one model: routes put a maker in front, answers put a date behind.</summary>
internal static class SameModel
{
    public static bool Of(Operation one, Operation other)
    {
        var (first, second) = (NamesOf(one), NamesOf(other));
        if (first.Count == 0 || second.Count == 0) return true;
        return first.Exists(name => second.Exists(candidate => IsSame(name, candidate)));
    }

    /// <summary>The model's name without its route; empty = none.</summary>
    public static string NameOf(Operation operation) => NamesOf(operation) is [var name, ..] ? name.ToLowerInvariant() : "";

    private static List<string> NamesOf(Operation operation)
    {
        var names = new List<string>(2);
        foreach (var name in (ReadOnlySpan<string?>)[operation.RequestModel, operation.ResponseModel])
        {
            if (string.IsNullOrEmpty(name) || name is "none" or "unknown") continue;
            names.Add(name[(name.LastIndexOf('/') + 1)..]);
        }

        return names;
    }

    private static bool IsSame(string one, string other) =>
        one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase);
}
