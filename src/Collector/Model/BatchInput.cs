namespace Tidemark.Collector.Model;

/// <summary>What one lane's transaction folds: the rows it holds locked and what is really new.</summary>
internal sealed record BatchInput
{
    public required LockedState State { get; init; }

    /// <summary>Operations that were really new, in any order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>
    /// Operations that were stored and counted before and have found their session only now: they feed sessions, and neither
    /// rollups nor monitors again.
    /// </summary>
    public IReadOnlyList<Operation> Bound { get; init; } = [];

    public IReadOnlyList<SessionSignal> Signals { get; init; } = [];

    /// <summary>
    /// By session id, only for sessions of which a new inference is not later than the current model: the stored inferences
    /// from the last one before the earliest such operation on (all of them, where several started then), without the new ones.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Turn>> LaterTurns { get; init; } = new Dictionary<string, IReadOnlyList<Turn>>();
}
