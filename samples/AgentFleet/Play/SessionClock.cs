namespace Tidemark.Samples.AgentFleet.Play;

/// <summary>Assigns times to a session's operations: each ends about now, and none overlaps the previous one.</summary>
internal sealed class SessionClock(TimeProvider time)
{
    public DateTimeOffset Last { get; private set; } = time.GetUtcNow();

    /// <summary>The duration of work planned as <paramref name="planned"/>, shortened at a high rate.</summary>
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
