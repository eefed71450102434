using System.Globalization;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>Sorts the events of a batch and fills in what depends on their order.</summary>
internal static class EventOrder
{
    /// <summary>Sorts events by time of occurrence.</summary>
    /// <param name="events">Events in any order; those of one session in the order in which they were derived.</param>
    public static IReadOnlyList<SessionEvent> Sort(IEnumerable<SessionEvent> events) =>
        [.. events.OrderBy(happened => happened.OccurredAt).ThenBy(happened => happened.SessionId, StringComparer.Ordinal)];

    /// <summary>
    /// Writes the number of active sessions before and after each event that changes it, so that one event's
    /// <c>current_count</c> is the next one's <c>previous_count</c>.
    /// </summary>
    /// <param name="activeSessions">Number of active sessions before the batch.</param>
    public static IReadOnlyList<SessionEvent> Count(IReadOnlyList<SessionEvent> sorted, long activeSessions)
    {
        SessionEvent[] counted = [.. sorted];
        for (var i = 0; i < counted.Length; i++)
        {
            if (counted[i].ActiveDelta is not { } delta) continue;
            counted[i] = counted[i] with { Data = WithCounts(counted[i].Data, activeSessions, delta) };
            activeSessions += delta;
        }

        return counted;
    }

    private static string WithCounts(string data, long before, int delta)
    {
        var separator = data == "{}" ? "" : ",";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{data.AsSpan(..^1)}{separator}\"current_count\":{before + delta},\"previous_count\":{before},\"delta\":{delta}}}");
    }
}
