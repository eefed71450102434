namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>The meaning of a log event of this name. Of several rules for one name, the first whose conditions are met applies.</summary>
/// <param name="Name">Name of the event, without the dialect's prefix.</param>
internal sealed record EventRule(string Name, EventMeaning Meaning)
{
    /// <summary>The type of operation, for events that report one.</summary>
    public OperationType Type { get; init; } = OperationType.None;

    /// <summary>Attributes that must be present, with this value if one is given.</summary>
    public (string Key, string? Value)[] Guards { get; init; } = [];

    /// <summary>The event is only sent for failed calls.</summary>
    public bool IsFailure { get; init; }

    /// <summary>
    /// Whether the event's span is the call itself, which may also be reported as a span. Otherwise the event's span only surrounds the
    /// call, and the event is a call of its own.
    /// </summary>
    public bool TellsOfItsSpan { get; init; }

    public static EventRule Of(string name, OperationType type) => new(name, EventMeaning.Operation) { Type = type };

    public static EventRule Failure(string name, OperationType type) => new(name, EventMeaning.Operation) { Type = type, IsFailure = true };
}
