namespace Tidemark.Collector.Model.Events;

/// <summary>An event of a session, derived by the collector and written in the transaction that caused it.</summary>
internal sealed record SessionEvent
{
    /// <summary>Event time, UTC.</summary>
    public required DateTime OccurredAt { get; init; }

    /// <summary>One of <see cref="EventTypes"/>.</summary>
    public required string Type { get; init; }

    public required EventSeverity Severity { get; init; }

    /// <summary>Empty for events about a service or model instead of a session.</summary>
    public string SessionId { get; init; } = "";

    public string? ConversationId { get; init; }

    public string Service { get; init; } = "";

    public string Environment { get; init; } = "";

    public string? Agent { get; init; }

    public string? Workflow { get; init; }

    public string? Model { get; init; }

    public string? UserId { get; init; }

    /// <summary>
    /// The event's change to the number of active sessions; null = none. Not stored itself: once the batch's events are sorted, the
    /// counts before and after become part of <see cref="Data"/>.
    /// </summary>
    public int? ActiveDelta { get; init; }

    /// <summary>A sentence for display.</summary>
    public required string Message { get; init; }

    /// <summary>A JSON object; its keys by event type are documented.</summary>
    public required string Data { get; init; }
}
