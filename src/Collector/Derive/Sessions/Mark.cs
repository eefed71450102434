using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>A <see cref="Dated{T}"/> while a fold works on it: a value that may change with every operation, without an object each time.</summary>
internal readonly record struct Mark<T>(T Value, DateTime At)
{
    public static Mark<T>? Of(Dated<T>? dated) => dated is null ? null : new Mark<T>(dated.Value, dated.At);

    /// <summary>As the row keeps it; one that has not changed stays the same object.</summary>
    public static Dated<T>? ToDated(Mark<T>? mark, Dated<T>? before)
    {
        if (mark is not { } known) return null;
        var isSame = before is not null && before.At == known.At && EqualityComparer<T>.Default.Equals(before.Value, known.Value);
        return isSame ? before : new Dated<T>(known.Value, known.At);
    }
}
