namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What a log event of this name is. Of several rules for one name the first counts whose guards hold.</summary>
/// <param name="Name">The event's name, without the dialect's prefix.</param>
internal sealed record EventRule(string Name, EventMeaning Meaning)
{
    /// <summary>What the operation is, for events that report one.</summary>
    public OperationType Type { get; init; } = OperationType.None;

    /// <summary>Attributes that must be there, with this value where one is given.</summary>
    public (string Key, string? Value)[] Guards { get; init; } = [];

    /// <summary>The event is only sent when the call failed.</summary>
    public bool IsFailure { get; init; }

    /// <summary>
    /// The span that the event names is the call itself, which may be reported as a span too. Otherwise the event's span is only
    /// what was going on around it, and the event is a call of its own.
    /// </summary>
    public bool TellsOfItsSpan { get; init; }

    public static EventRule Of(string name, OperationType type) => new(name, EventMeaning.Operation) { Type = type };

    public static EventRule Failure(string name, OperationType type) => new(name, EventMeaning.Operation) { Type = type, IsFailure = true };
}
