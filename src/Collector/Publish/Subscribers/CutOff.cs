namespace Tidemark.Collector.Publish.Subscribers;

/// <summary>Why a subscriber's stream ends.</summary>
/// <param name="Reason">Machine-readable.</param>
/// <param name="Message">For display.</param>
internal sealed record CutOff(string Reason, string Message)
{
    public static CutOff TooSlow { get; } = new(
        "too_slow", "Events came faster than they were read. Reconnect with the position of the last event seen: none is lost.");

    public static CutOff TooMany { get; } = new(
        "too_many_subscribers", "This collector has as many live subscribers as it takes. Try again later, or another collector.");

    public static CutOff ShuttingDown { get; } = new("shutting_down", "The collector is shutting down. Reconnect with the position of the last event seen.");

    public static CutOff DatabaseAway { get; } = new("database_away", "The database cannot be read now. Reconnect with the position of the last event seen.");
}
