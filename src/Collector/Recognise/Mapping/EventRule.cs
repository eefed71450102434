namespace Tidemark.Collector.Recognise.Mapping;

/// <summary>What a log event of this name is.</summary>
/// <param name="Name">The event's name, without the dialect's prefix where senders leave it out.</param>
internal sealed record EventRule(string Name, EventMeaning Meaning)
{
    /// <summary>What the operation is, for events that tell of one.</summary>
    public OperationType Type { get; init; } = OperationType.None;

    /// <summary>An attribute that must have <see cref="GuardValue"/>, else the event is ignored.</summary>
    public string? GuardKey { get; init; }

    public string? GuardValue { get; init; }

    /// <summary>The event is only sent when the call failed.</summary>
    public bool IsFailure { get; init; }
}
