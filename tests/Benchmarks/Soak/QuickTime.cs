namespace Tidemark.Benchmarks.Soak;

/// <summary>A clock that covers the last four weeks during a run, and ends at the present.</summary>
internal sealed class QuickTime(TimeSpan length) : TimeProvider
{
    public static readonly TimeSpan Span = TimeSpan.FromDays(28);

    private readonly DateTimeOffset _end = System.GetUtcNow() + length;

    public override DateTimeOffset GetUtcNow()
    {
        var left = _end - System.GetUtcNow();
        return left <= TimeSpan.Zero ? System.GetUtcNow() : System.GetUtcNow() - (left / length * Span);
    }
}
