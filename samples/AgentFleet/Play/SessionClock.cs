namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Places a session's operations on the real time line: each ends about now, and none overlaps the one before.</summary>
internal sealed class SessionClock(TimeProvider time)
{
    public DateTimeOffset Last { get; private set; } = time.GetUtcNow();

    /// <summary>The span of time for work that would take <paramref name="planned"/>; shorter when the pace allows less.</summary>
    public (DateTimeOffset Start, DateTimeOffset End) Next(TimeSpan planned)
    {
        var end = time.GetUtcNow();
        var start = end - planned;
        if (start < Last)
            start = Last;
        Last = end;
        return (start, end);
    }
}
