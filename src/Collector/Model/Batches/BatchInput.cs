using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Sessions;

namespace Tidemark.Collector.Model.Batches;

/// <summary>The input of a fold: the rows that the lane's transaction has locked, and what is new.</summary>
internal sealed record BatchInput
{
    public required LockedState State { get; init; }

    /// <summary>New operations, in any order.</summary>
    public required IReadOnlyList<Operation> Operations { get; init; }

    /// <summary>
    /// Operations that were stored and counted earlier and get their session only now: they are added to sessions, but not again to
    /// rollups and monitors.
    /// </summary>
    public IReadOnlyList<Operation> Bound { get; init; } = [];

    public IReadOnlyList<SessionNotice> Notices { get; init; } = [];

    /// <summary>
    /// By session id, only for sessions with a new inference that is not later than the current model: the stored inferences
    /// from the last one before the earliest such operation (all of them, if several started then), without the new ones.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Turn>> FollowingTurns { get; init; } = new Dictionary<string, IReadOnlyList<Turn>>();
}
