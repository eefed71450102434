namespace Tidemark.Collector.Model;

/// <summary>Something that happened in a session, derived by the collector and written with what caused it.</summary>
internal sealed record SessionEvent
{
    /// <summary>Event time, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    public required EventSeverity Severity { get; init; }

    /// <summary>Empty for events of a service or model rather than a session.</summary>
    public string SessionId { get; init; } = "";

    public string? ConversationId { get; init; }

    public string Service { get; init; } = "";

    public string Environment { get; init; } = "";

    public string? Agent { get; init; }

    public string? Workflow { get; init; }

    public string? Model { get; init; }

    public string? UserId { get; init; }

    /// <summary>
    /// What a session's event does to the number of active sessions; null = no change. Not stored by itself: once the
    /// batch's events are in order, the counts before and after become part of <see cref="Data"/>.
    /// </summary>
    public int? ActiveDelta { get; init; }

    /// <summary>A sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>A JSON object; its keys per type stand in the documentation.</summary>
    public required string Data { get; init; }
}
