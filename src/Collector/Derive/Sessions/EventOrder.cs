using System.Globalization;
using Tidemark.Collector.Model;

namespace Tidemark.Collector.Derive.Sessions;

/// <summary>
/// Puts a batch's events in the order in which they happened and writes the number of active sessions before and after into
/// those that change it, so that one event's <c>current_count</c> is the next one's <c>previous_count</c>.
/// </summary>
internal static class EventOrder
{
    /// <param name="events">In any order, a session's own in the order in which they were derived.</param>
    /// <param name="activeSessions">How many sessions were active before the batch.</param>
    public static IReadOnlyList<SessionEvent> Apply(IEnumerable<SessionEvent> events, long activeSessions)
    {
        var ordered = events.OrderBy(happened => happened.OccurredAt).ThenBy(happened => happened.SessionId, StringComparer.Ordinal).ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            if (ordered[i].ActiveDelta is not { } delta) continue;
            ordered[i] = ordered[i] with { Data = WithCounts(ordered[i].Data, activeSessions, delta) };
            activeSessions += delta;
        }

        return ordered;
    }

    private static string WithCounts(string data, long before, int delta)
    {
        var separator = data == "{}" ? "" : ",";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{data.AsSpan(..^1)}{separator}\"current_count\":{before + delta},\"previous_count\":{before},\"delta\":{delta}}}");
    }
}
