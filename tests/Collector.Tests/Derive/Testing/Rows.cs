using System.Text.Json;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Tests.Derive.Testing;

/// <summary>Rows as text, without columns that concern only events or writers.</summary>
internal static class Rows
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true };

    public static string Of(IEnumerable<SessionState> states, IEnumerable<ConversationState> conversations) =>
        JsonSerializer.Serialize(states.Select(state => state with { Revision = 0, BudgetRaisedUsd = 0 }), Format)
        + JsonSerializer.Serialize(conversations.Select(state => state with { Revision = 0, ThresholdRaised = 0 }), Format);

    public static string Of(World world) => Of(world.Sessions.Values, world.Conversations.Values);

    /// <summary>Events as sorted lines, without counts of active sessions, which depend on batches.</summary>
    public static string Of(IEnumerable<SessionEvent> events) => string.Join('\n', events
        .Select(
            happened =>
                $"{happened.OccurredAt:HH:mm:ss.ffffff} {happened.SessionId} {happened.Type} {happened.ConversationId} {happened.Message} "
                    + $"{WithoutCounts(happened)}")
        .Order(StringComparer.Ordinal));

    private static string WithoutCounts(SessionEvent happened)
    {
        if (happened.ActiveDelta is null) return happened.Data;
        var counts = happened.Data.IndexOf("\"current_count\"", StringComparison.Ordinal);
        return happened.Data[..counts].TrimEnd(',');
    }
}
