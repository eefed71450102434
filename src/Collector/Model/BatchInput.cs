namespace Tidemark.Collector.Model;

/// <summary>What one lane's transaction folds: the rows it holds locked and what is really new.</summary>
internal sealed record BatchInput
{
    public required LockedState State { get; init; }

    /// <summary>Operations that were really new, in any order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    public IReadOnlyList<SessionSignal> Signals { get; init; } = [];

    /// <summary>By session id, see <see cref="SessionInput.LaterTurns"/>; sessions without late inferences are absent.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Turn>> LaterTurns { get; init; } = new Dictionary<string, IReadOnlyList<Turn>>();
}
