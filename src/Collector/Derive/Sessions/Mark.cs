using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A mutable <see cref="Dated{T}"/> for a fold: a value that may change with every operation, without allocating each time.</summary>
internal readonly record struct Mark<T>(T Value, DateTime At)
{
    public static Mark<T>? Of(Dated<T>? dated) => dated is null ? null : new Mark<T>(dated.Value, dated.At);

    /// <summary>Returns the value as the row keeps it: one of the given objects if it is equal.</summary>
    public static Dated<T>? ToDated(Mark<T>? mark, params ReadOnlySpan<Dated<T>?> known)
    {
        if (mark is not { } latest) return null;
        foreach (var one in known)
        {
            if (one is not null && one.At == latest.At && EqualityComparer<T>.Default.Equals(one.Value, latest.Value)) return one;
        }

        return new Dated<T>(latest.Value, latest.At);
    }
}
