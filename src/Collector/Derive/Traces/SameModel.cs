using Tidemark.Collector.Model.Operations;

namespace Tidemark.Collector.Derive.Traces;

/// <summary>Whether two reports may name the same model: routers add a prefix, responses a date.</summary>
internal static class SameModel
{
    public static bool Of(Operation one, Operation other)
    {
        var requested = Name(one.RequestModel);
        var answered = Name(one.ResponseModel);
        var otherRequested = Name(other.RequestModel);
        var otherAnswered = Name(other.ResponseModel);
        if ((requested.IsEmpty && answered.IsEmpty) || (otherRequested.IsEmpty && otherAnswered.IsEmpty)) return true;
        return IsSame(requested, otherRequested) || IsSame(requested, otherAnswered) || IsSame(answered, otherRequested) || IsSame(answered, otherAnswered);
    }

    /// <summary>The model's name without its route; empty = none.</summary>
    public static string NameOf(Operation operation) =>
        (Name(operation.RequestModel) is { IsEmpty: false } requested ? requested : Name(operation.ResponseModel)).ToString().ToLowerInvariant();

    private static ReadOnlySpan<char> Name(string? model) =>
        string.IsNullOrEmpty(model) ? default : model.AsSpan(model.LastIndexOf('/') + 1);

    private static bool IsSame(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        !one.IsEmpty
        && !other.IsEmpty
        && (one.StartsWith(other, StringComparison.OrdinalIgnoreCase) || other.StartsWith(one, StringComparison.OrdinalIgnoreCase));
}
